/** Where the SDK keeps its token: one cache per app, forgetting on demand. The SDK's own is one for the whole process and keeps refused tokens. */
import type { Clock } from '../../ports/clock.ts';

export class TokenCache {
  readonly #realTime: Clock;
  /** The SDK's keys are symbols, which it declares as objects. */
  readonly #kept = new Map<string | object, { readonly value: unknown; readonly until: number }>();

  constructor(realTime: Clock) {
    this.#realTime = realTime;
  }

  async get(key: string | object): Promise<unknown> {
    const entry = this.#kept.get(key);
    return entry && entry.until > this.#realTime.now().getTime() ? entry.value : undefined;
  }

  /** `until` in milliseconds of real time. */
  async set(key: string | object, value: unknown, until = Number.POSITIVE_INFINITY): Promise<boolean> {
    this.#kept.set(key, { value, until });
    return true;
  }

  clear(): void {
    this.#kept.clear();
  }
}
