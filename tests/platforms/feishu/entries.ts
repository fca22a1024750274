/** Entries of the approval centre, for the tests of this adapter. */
import type { Entry, Showable } from '../../../src/bot/cards/card.ts';
import { feishuId } from '../../../src/bot/platforms/feishu/index.ts';
import { ana, bo } from './bench.ts';

export const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 25, 2, minute));
export const both = (words: string) => ({ 'zh-CN': words, 'en-US': words });
export const on = (account: string) => [{ platform: feishuId, id: account }];
export const input = { approval: 'APR-3', revision: 1, stage: 0, place: 'li' };

export const task: Entry['tasks'][number] = {
  ...{ key: 'APR-3.1.0.li.bo.k', person: { name: '王波', accounts: on(bo) }, stage: both('Head') },
  ...{ approve: { intent: 'approval.approve', input }, reject: { intent: 'approval.reject', input } },
  ...{ state: 'pending', onBehalf: false, since: at(0) },
};

export function entry(more: Partial<Entry> = {}): Entry {
  return {
    ...{ number: 'APR-3', title: both('调研'), state: 'waiting', requester: { name: 'Ana', accounts: on(ana) } },
    ...{ startedAt: at(0), changedAt: at(0), facts: [{ label: both('预算'), value: both('1') }], tasks: [task] },
    ...more,
  };
}
export const message = (more: Partial<Entry> = {}): Showable => ({ type: 'entry', entry: entry(more) });
export const place = { type: 'inbox', of: 'APR-3' } as const;
export const ref = { chat: 'approval-centre', message: 'APR-3' };
