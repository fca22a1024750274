/** Asks every member of a weekly cycle for their week, at the configured moment of their own time zone and calendar. */
import { job } from '../bot/engine/define.ts';
import { AskForProgress } from '../bot/intents/progress-intents.ts';
import { weeklyAsk } from '../domain/asking.ts';
import { calendarOf } from '../domain/calendars.ts';
import { askedIn, cyclesOf } from '../domain/cycle.ts';
import { progressKey } from '../domain/progress.ts';
import { isoWeekAt, type IsoWeek, weekAfter } from '../domain/zoned-time.ts';

const DAY_MS = 86_400_000;

/** The ISO weeks that a span touches, in a zone. */
export function weeksIn(from: Date, until: Date, zone: string): readonly IsoWeek[] {
  const weeks: IsoWeek[] = [];
  const last = isoWeekAt(until, zone);
  for (let week = isoWeekAt(from, zone); ; week = weekAfter(week)) {
    weeks.push(week);
    if (week >= last) return weeks;
  }
}

export const progressWeekly = job('progress.weekly', AskForProgress, ({ from, until, firm }) =>
  cyclesOf(firm)
    .filter(({ cadence }) => cadence.template === 'weekly')
    .flatMap((cycle) =>
      askedIn(cycle, firm).flatMap((person) => {
        const calendar = calendarOf(person.id, firm);
        return weeksIn(from, until, person.zone)
          .map((week) => weeklyAsk(cycle.cadence, week, calendar))
          .filter(({ at }) => at > from && at <= until)
          .map(({ period, at, skip }) => ({
            key: `ask:${progressKey(cycle.id, person.id, period)}`,
            input: { person: person.id, cycle: cycle.id, period },
            person: person.id,
            dueAt: at,
            // Asked late is better than not at all, but by the next working days the week is over.
            staleMs: 3 * DAY_MS,
            ...(skip === undefined ? {} : { skip }),
          }));
      }),
    ),
);
