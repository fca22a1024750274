/**
 * What travels with a task and comes back with the press on it (`action_context`): what a yes and a no wish, and which state of the
 * entry showed it. It says what is claimed, never who claims it.
 * https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create
 */
import { z } from 'zod';
import type { EntryTask, Wish } from '../../../cards/card.ts';
import { parseJson } from '../inbound/verify.ts';
import { wishFromValue, wishToValue } from '../wish-code.ts';

const contextShape = z.object({ at: z.int(), yes: z.unknown(), no: z.unknown() });

export type Context = {
  /** Milliseconds: the same task as another state of the entry showed it is another gesture. */
  readonly at: number;
  readonly approve: Wish;
  readonly reject: Wish;
};

export function contextOf({ approve, reject }: Pick<EntryTask, 'approve' | 'reject'>, changedAt: Date): string {
  return JSON.stringify({ at: changedAt.getTime(), yes: wishToValue(approve), no: wishToValue(reject) });
}

/** Undefined when it is none of ours. */
export function readContext(text: string | undefined): Context | undefined {
  const read = contextShape.safeParse(text === undefined ? undefined : parseJson(text));
  const approve = wishFromValue(read.data?.yes);
  const reject = wishFromValue(read.data?.no);
  return read.success && approve && reject ? { at: read.data.at, approve, reject } : undefined;
}
