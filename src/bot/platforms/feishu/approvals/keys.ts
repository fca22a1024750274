/** What only the approval centre and we know: derived from the firm's secret, so that every process knows it and nothing is kept. */
import { createHmac } from 'node:crypto';

export type CallbackKeys = {
  /** Comes with every callback: who sends it knows us. */
  readonly token: string;
  /** Every callback is encrypted with it. */
  readonly key: string;
};

/** The label is part of what is derived: no other secret of ours is the same. */
export function callbackKeys(secret: string): CallbackKeys {
  const derived = (purpose: string): string => createHmac('sha256', secret).update(purpose).digest('hex').slice(0, 48);
  return { token: derived('approval centre: callback token'), key: derived('approval centre: callback key') };
}
