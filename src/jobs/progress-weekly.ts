/** Asks every member for their week, at the configured moment of their own time zone. */
import { AskForProgress } from '../bot/intents/progress-intents.ts';
import { job } from '../bot/engine/define.ts';
import { progressKey, reports } from '../domain/progress.ts';
import { isoWeekAt, momentInWeek, weekAfter, type IsoWeek } from '../domain/zoned-time.ts';

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
  [...firm.people.values()].filter(reports).flatMap((person) =>
    weeksIn(from, until, person.zone)
      .map((week) => ({ week, dueAt: momentInWeek(week, firm.progress.ask, person.zone) }))
      .filter(({ dueAt }) => dueAt > from && dueAt <= until)
      .map(({ week, dueAt }) => ({
        key: `ask:${progressKey(person.id, week)}`,
        input: { person: person.id, week },
        person: person.id,
        dueAt,
        // Asked late is better than not at all, but by the next working days the week is over.
        staleMs: 3 * DAY_MS,
      })),
  ),
);
