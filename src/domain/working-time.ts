/**
 * Working time as pure functions over a calendar. All lengths are milliseconds.
 * One rule for every change of the clocks: a moment is worked when the clocks of the calendar's zone then show a time of one of the day's periods.
 * So a period is as long as it really is: an hour that is skipped is not worked, and one that is repeated is worked twice.
 */
import type { Calendar, Period, SpecialDay } from './calendar.ts';
import { type LocalDay, localDayAt, localDayOf } from './zoned-time.ts';

/** A stretch of work without a break, and the day it belongs to. */
export type WorkingSpan = {
  readonly from: Date;
  readonly to: Date;
  readonly day: string;
  /** Why that day is not like its weekday. */
  readonly special?: SpecialDay;
};

export type DaySpecial = SpecialDay & { readonly day: string };

/** More than ten years without a working minute is a broken calendar, not a long holiday. */
const MOST_IDLE_DAYS = 3660;

function periodsOf(day: LocalDay, calendar: Calendar): readonly Period[] {
  return calendar.special?.(day.date)?.periods ?? calendar.week[day.weekday - 1] ?? [];
}

/** Which periods count on a day (`YYYY-MM-DD`); none on a day off. */
export function workingPeriodsOn(day: string, calendar: Calendar): readonly Period[] {
  return periodsOf(localDayOf(day, calendar.zone), calendar);
}

export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return workingPeriodsOn(day, calendar).length > 0;
}

/** The last working day of its ISO week that is not after `day`, or undefined when there is none. */
export function lastWorkingDayUpTo(day: string, calendar: Calendar): string | undefined {
  for (let one = localDayOf(day, calendar.zone); ; one = one.previous()) {
    if (periodsOf(one, calendar).length > 0) return one.date;
    if (one.weekday === 1) return undefined;
  }
}

function spansOf(day: LocalDay, calendar: Calendar): readonly WorkingSpan[] {
  const special = calendar.special?.(day.date);
  return day.shows(periodsOf(day, calendar)).map(({ from, to }) => ({
    ...{ from: new Date(from), to: new Date(to), day: day.date },
    ...(special === undefined ? {} : { special }),
  }));
}

/** Working spans from a moment on, cut at it; for ever, or until the calendar has not worked for ten years. */
function* spansFrom(start: Date, calendar: Calendar): Generator<WorkingSpan> {
  let idle = 0;
  for (let day = localDayAt(start, calendar.zone); idle < MOST_IDLE_DAYS; day = day.next(), idle += 1) {
    for (const span of spansOf(day, calendar)) {
      if (span.to <= start) continue;
      idle = 0;
      yield span.from < start ? { ...span, from: start } : span;
    }
  }
}

/** All that is worked between two moments, in order; nothing when `until` is not after `from`. */
export function* workingSpans(from: Date, until: Date, calendar: Calendar): Generator<WorkingSpan> {
  for (let day = localDayAt(from, calendar.zone); day.at('00:00') < until; day = day.next()) {
    for (const span of spansOf(day, calendar)) {
      const begins = span.from < from ? from : span.from;
      const ends = span.to > until ? until : span.to;
      if (begins < ends) yield { ...span, from: begins, to: ends };
    }
  }
}

/** The days of a span that are not like their weekday, in order. */
export function specialDaysBetween(from: Date, until: Date, calendar: Calendar): readonly DaySpecial[] {
  const found: DaySpecial[] = [];
  for (let day = localDayAt(from, calendar.zone); day.at('00:00') < until; day = day.next()) {
    const special = calendar.special?.(day.date);
    if (special) found.push({ day: day.date, ...special });
  }
  return found;
}

/** Whether `at` lies in a working period (its first moment does, its last does not). */
export function isWorking(at: Date, calendar: Calendar): boolean {
  return spansOf(localDayAt(at, calendar.zone), calendar).some(({ from, to }) => from <= at && at < to);
}

/**
 * The moment at which `durationMs` of working time have passed since `start`. Outside working hours the count begins with the next period;
 * a length of 0 answers `start` itself. Throws RangeError for a negative length or a calendar that never works.
 */
export function addWorking(start: Date, durationMs: number, calendar: Calendar): Date {
  if (durationMs < 0) throw new RangeError('a working length cannot be negative');
  if (durationMs === 0) return start;
  let left = durationMs;
  for (const { from, to } of spansFrom(start, calendar)) {
    const length = to.getTime() - from.getTime();
    if (left <= length) return new Date(from.getTime() + left);
    left -= length;
  }
  throw new RangeError('the calendar has no working time');
}

/** Working milliseconds between two moments; negative when `to` is before `from`. */
export function workingBetween(from: Date, to: Date, calendar: Calendar): number {
  if (to < from) return -workingBetween(to, from, calendar);
  let total = 0;
  for (const span of workingSpans(from, to, calendar)) total += span.to.getTime() - span.from.getTime();
  return total;
}
