/** Asks every member of a daily cycle for their day, on each of their working days. */
import { job } from '../bot/engine/define.ts';
import { AskForProgress } from '../bot/intents/progress-intents.ts';
import { dailyAsk } from '../domain/asking.ts';
import { calendarOf } from '../domain/calendars.ts';
import { askedIn, cyclesOf } from '../domain/cycle.ts';
import { progressKey } from '../domain/progress.ts';
import { dayAfter, dayAt } from '../domain/zoned-time.ts';

const HOUR_MS = 3_600_000;

function daysIn(from: Date, until: Date, zone: string): readonly string[] {
  const days: string[] = [];
  for (let day = dayAt(from, zone); day <= dayAt(until, zone); day = dayAfter(day)) days.push(day);
  return days;
}

export const progressDaily = job('progress.daily', AskForProgress, ({ from, until, firm }) =>
  cyclesOf(firm)
    .filter(({ cadence }) => cadence.template === 'daily')
    .flatMap((cycle) =>
      askedIn(cycle, firm).flatMap((person) => {
        const calendar = calendarOf(person.id, firm);
        return daysIn(from, until, person.zone)
          .flatMap((day) => dailyAsk(cycle.cadence, day, calendar) ?? [])
          .filter(({ at }) => at > from && at <= until)
          .map(({ period, at }) => ({
            key: `ask:${progressKey(cycle.id, person.id, period)}`,
            input: { person: person.id, cycle: cycle.id, period },
            person: person.id,
            dueAt: at,
            // By the next morning there is another day to speak of.
            staleMs: 12 * HOUR_MS,
            series: `daily:${cycle.id}:${person.id}`,
          }));
      }),
    ),
);
