/** The agenda of a firm, what somebody was sent, and what waits for a morning: beside the records. */
import type { AgendaItem, NewHeld, SentItem } from '../../src/bot/ports/ledger.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { li, wang, xu, zhao } from '../domain/firm.ts';
import { later, monday } from '../domain/requests.ts';

const HOURS = 60;
const DAYS = 24 * HOURS;

/** Eight in the morning of the next day, in Shanghai. */
export const morning = later(22 * HOURS, new Date(`${monday.toISOString().slice(0, 10)}T02:00:00Z`));

const about = { number: 'REQ-7', title: '新能源市场调研' } as const;

const half = {
  type: 'sla.marks',
  marks: [{ ...about, clock: 'resolution', percent: 50, dueAt: later(10 * DAYS) }],
  more: 0,
} as const;

export const heldRows: readonly NewHeld[] = [
  { person: li.id, dueAt: morning, record: 'APR-3', notice: { type: 'approval.reminder', ...about } },
  { person: li.id, dueAt: morning, notice: { type: 'absence.over', person: wang.id } },
  { person: li.id, dueAt: morning, record: 'REQ-7', notice: half },
];

const ask = (person: PersonId, minutes: number): AgendaItem => ({
  ...{ intent: 'progress.ask', input: {}, person, dueAt: later(minutes), state: 'due' },
});

export const agendaRows: readonly AgendaItem[] = [
  {
    ...{ intent: 'progress.ask', input: {}, person: xu.id, dueAt: later(-3 * DAYS), state: 'skipped' },
    reason: 'no-working-day',
  },
  { intent: 'cards.renew', input: {}, dueAt: later(-DAYS), state: 'skipped', reason: 'folded' },
  { intent: 'progress.ask', input: {}, person: wang.id, dueAt: later(-DAYS), state: 'done' },
  ...[5 * HOURS, 4 * DAYS, 8 * DAYS].flatMap((minutes) => [
    ask(wang.id, minutes),
    ask(li.id, minutes),
    ask(xu.id, minutes + 13 * HOURS),
    {
      intent: 'approval.remind',
      input: {},
      record: 'APR-3',
      person: zhao.id,
      dueAt: later(minutes),
      state: 'due',
    } as const,
  ]),
  { intent: 'cards.renew', input: {}, dueAt: later(2 * DAYS), state: 'due' },
];

export const sentRows: readonly SentItem[] = [
  {
    ...{ content: { kind: 'say', notice: { type: 'request.nudged', by: li.id, ...about } }, record: 'REQ-7' },
    ...{ sentAt: later(10), intent: 'request.nudge', actor: li.id },
  },
  {
    ...{ content: { kind: 'show', picture: { name: 'request', of: 'REQ-7' } }, record: 'REQ-7' },
    ...{ sentAt: later(5), intent: 'request.submit', actor: 'ann' },
  },
  {
    ...{ content: { kind: 'say', notice: { type: 'progress.reminder', week: '2026-W48' } } },
    ...{ sentAt: later(4), intent: 'progress.remind', actor: 'clock', held: true },
  },
  { content: { kind: 'show', picture: { name: 'my-day', of: 'wang' } }, sentAt: later(3), actor: 'clock' },
];
