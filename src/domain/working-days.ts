/** Days on which somebody works, beyond one week. */
import type { Calendar } from './calendar.ts';
import { isWorkingDay } from './working-time.ts';
import { dayAfter } from './zoned-time.ts';

/** The nearest working day, going `step` days at a time from `day` (itself included), at most `most` days looked at. */
export function nearestWorkingDay(day: string, step: 1 | -1, most: number, calendar: Calendar): string | undefined {
  for (let looked = 0, one = day; looked < most; looked += 1, one = dayAfter(one, step)) {
    if (isWorkingDay(one, calendar)) return one;
  }
  return undefined;
}
