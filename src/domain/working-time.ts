/** Working time as pure functions over a calendar. All lengths are milliseconds. */
import type { Calendar } from './calendar.ts';
import { type LocalDay, localDayAt } from './zoned-time.ts';

type Span = { readonly from: number; readonly to: number };

/** More than ten years without a working minute is a broken calendar, not a long holiday. */
const MOST_DAYS = 3660;

function spansOf(day: LocalDay, calendar: Calendar): readonly Span[] {
  const periods = calendar.special?.(day.date)?.periods ?? calendar.week[day.weekday - 1] ?? [];
  return periods.map(({ from, to }) => ({
    from: day.at(from).getTime(),
    to: day.at(to).getTime(),
  }));
}

/** Whether `at` lies in a working period (its first moment does, its last does not). */
export function isWorking(at: Date, calendar: Calendar): boolean {
  const moment = at.getTime();
  return spansOf(localDayAt(at, calendar.zone), calendar).some(({ from, to }) => from <= moment && moment < to);
}

/**
 * The moment at which `durationMs` of working time have passed since `start`. Outside working hours the count begins with the next period;
 * a length of 0 answers `start` itself. Throws RangeError for a negative length or a calendar that never works.
 */
export function addWorking(start: Date, durationMs: number, calendar: Calendar): Date {
  if (durationMs < 0) throw new RangeError('a working length cannot be negative');
  if (durationMs === 0) return start;
  let left = durationMs;
  let day = localDayAt(start, calendar.zone);
  for (let days = 0; days < MOST_DAYS; days += 1, day = day.next()) {
    for (const span of spansOf(day, calendar)) {
      const from = Math.max(span.from, start.getTime());
      if (from >= span.to) continue;
      if (left <= span.to - from) return new Date(from + left);
      left -= span.to - from;
    }
  }
  throw new RangeError('the calendar has no working time');
}

/** Working milliseconds between two moments; negative when `to` is before `from`. */
export function workingBetween(from: Date, to: Date, calendar: Calendar): number {
  if (to < from) return -workingBetween(to, from, calendar);
  const [start, end] = [from.getTime(), to.getTime()];
  let total = 0;
  for (let day = localDayAt(from, calendar.zone); day.at('00:00').getTime() <= end; day = day.next()) {
    for (const span of spansOf(day, calendar)) {
      total += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start));
    }
  }
  return total;
}
