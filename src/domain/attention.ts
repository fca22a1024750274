/** Attention is scarce: when somebody is left alone, and how often the same thing may be said again. */
import { calendarOf } from './calendars.ts';
import type { Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import { isWorkingDay } from './working-time.ts';
import { localDayAt } from './zoned-time.ts';

/** Nobody is reminded of the same thing more often than this, whoever reminds. */
export const NUDGE_EVERY_MS = 4 * 3_600_000;

/** Somebody who never works has no morning to wait for. */
const MOST_DAYS = 60;

/**
 * Until when somebody is left alone at this moment: the end of the quiet hours on their next working day (their own calendar and zone).
 * Undefined when they may be spoken to now, and for those who have no working day in sixty days.
 */
export function quietUntil(at: Date, person: PersonId, firm: Firm): Date | undefined {
  const calendar = calendarOf(person, firm);
  if (!firm.quiet) return undefined;
  const { from, until } = firm.quiet;
  let day = localDayAt(at, calendar.zone);
  if (isWorkingDay(day.date, calendar) && day.at(until) <= at && at < day.at(from)) return undefined;
  for (let days = 0; days < MOST_DAYS; days += 1, day = day.next()) {
    if (isWorkingDay(day.date, calendar) && day.at(until) > at) return day.at(until);
  }
  return undefined;
}
