/** Days on which somebody works: those with a working period on their calendar. */
import type { Calendar, Period } from './calendar.ts';
import { bordersOfDay, dayAfter, localDayAt } from './zoned-time.ts';

/** The working periods of a calendar day; none when it is no working day. */
export function periodsOf(day: string, calendar: Calendar): readonly Period[] {
  const special = calendar.special?.(day);
  if (special) return special.periods;
  const { weekday } = localDayAt(bordersOfDay(day, calendar.zone).begins, calendar.zone);
  return calendar.week[weekday - 1] ?? [];
}

export function worksOn(day: string, calendar: Calendar): boolean {
  return periodsOf(day, calendar).length > 0;
}

/** The nearest working day, going `step` days at a time from `day` (itself included), at most `most` days looked at. */
export function nearestWorkingDay(day: string, step: 1 | -1, most: number, calendar: Calendar): string | undefined {
  for (let looked = 0, one = day; looked < most; looked += 1, one = dayAfter(one, step)) {
    if (worksOn(one, calendar)) return one;
  }
  return undefined;
}
