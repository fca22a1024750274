/** Every night cards that stand since long are posted anew, before their platform closes them for edits. */
import { job } from '../bot/engine/define.ts';
import { RenewAgeing } from '../bot/intents/card-intents.ts';
import { dayAt, momentOfDay } from '../domain/zoned-time.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody works, and the day's own jobs have not begun. */
const AT = '03:00';

export const cardsNightly = job('cards.nightly', RenewAgeing, ({ from, until, firm }) => {
  const nights = Math.ceil((until.getTime() - from.getTime()) / DAY_MS) + 1;
  return (
    Array.from({ length: nights }, (_, n) => dayAt(new Date(from.getTime() + n * DAY_MS), firm.zone))
      .map((day) => ({ day, dueAt: momentOfDay(day, AT, firm.zone) }))
      .filter(({ dueAt }) => dueAt > from && dueAt <= until)
      // The next night does what a missed one left.
      .map(({ day, dueAt }) => ({ key: `cards:${day}`, input: {}, dueAt, staleMs: 12 * HOUR_MS, series: 'cards' }))
  );
});
