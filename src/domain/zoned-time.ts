/** Wall clocks: the only place of the domain that knows time zones. Pure; the arithmetic is Temporal's. */
import { Temporal } from 'temporal-polyfill';
import type { WeeklyMoment } from './project.ts';

/** An ISO 8601 week, `2026-W48`. Weeks belong to a zone: Monday 00:00 comes at different moments around the world. */
export type IsoWeek = `${number}-W${string}`;

function zoned(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

function toDate(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}

function weekOf(date: Temporal.PlainDate): IsoWeek {
  return `${date.yearOfWeek ?? date.year}-W${String(date.weekOfYear ?? 1).padStart(2, '0')}`;
}

/** The ISO week that `at` lies in, for someone living in `zone`. */
export function isoWeekAt(at: Date, zone: string): IsoWeek {
  return weekOf(zoned(at, zone).toPlainDate());
}

function mondayOf(week: IsoWeek): Temporal.PlainDate {
  const [year, number] = week.split('-W');
  // 4 January always lies in week 1 (ISO 8601).
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 });
}

export function weekAfter(week: IsoWeek, weeks = 1): IsoWeek {
  return weekOf(mondayOf(week).add({ weeks }));
}

/** The calendar day (`YYYY-MM-DD`) of a weekday of that week; `weekday` is ISO, 1 = Monday. */
export function dayOfWeek(week: IsoWeek, weekday: number): string {
  return mondayOf(week)
    .add({ days: weekday - 1 })
    .toString();
}

/** The ISO week that a calendar day lies in. */
export function weekOfDay(day: string): IsoWeek {
  return weekOf(Temporal.PlainDate.from(day));
}

export function dayAfter(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whether this is a week of the calendar: `2026-W53` is, `2025-W53` is not. */
export function isIsoWeek(text: string): text is IsoWeek {
  return /^\d{4}-W\d{2}$/.test(text) && weekOf(mondayOf(text as IsoWeek)) === text;
}

/** When a weekly moment comes in that week in that zone. A time skipped by daylight saving comes as much later as was skipped. */
export function momentInWeek(week: IsoWeek, moment: WeeklyMoment, zone: string): Date {
  const day = mondayOf(week).add({ days: moment.weekday - 1 });
  return toDate(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(moment.time) }));
}

/** Milliseconds, from the first to before the last. */
type Stretch = { readonly from: number; readonly to: number };

const HOUR_MS = 3_600_000;
/** No zone is further from UTC. */
const FARTHEST_MS = 15 * HOUR_MS;

function offsetMs(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/** The time around a calendar day, cut where the clocks change: in each piece they keep one distance from UTC. */
function piecesAround(midnightUtc: number, zone: string): readonly (Stretch & { readonly offset: number })[] {
  const [first, end] = [midnightUtc - FARTHEST_MS, midnightUtc + 24 * HOUR_MS + FARTHEST_MS];
  // Nowhere do clocks change and change back within three days.
  if (offsetMs(first, zone) === offsetMs(end, zone)) return [{ from: first, to: end, offset: offsetMs(first, zone) }];
  const pieces: (Stretch & { readonly offset: number })[] = [];
  for (let from = first; from < end; ) {
    const here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
    const to = Math.min(here.getTimeZoneTransition('next')?.epochMilliseconds ?? end, end);
    pieces.push({ from, to, offset: here.offsetNanoseconds / 1_000_000 });
    from = to;
  }
  return pieces;
}

/** Milliseconds since midnight of `HH:MM`. */
function clockMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

type WallPeriod = { readonly from: string; readonly to: string };

/** When the clocks show a time of the period, in order; stretches that touch are made one. */
function shown(
  { from, to }: WallPeriod,
  midnightUtc: number,
  pieces: ReturnType<typeof piecesAround>,
): readonly Stretch[] {
  return pieces.reduce<readonly Stretch[]>((found, piece) => {
    const begins = Math.max(piece.from, midnightUtc + clockMs(from) - piece.offset);
    const ends = Math.min(piece.to, midnightUtc + clockMs(to) - piece.offset);
    if (begins >= ends) return found;
    const last = found.at(-1);
    return last?.to === begins
      ? [...found.slice(0, -1), { from: last.from, to: ends }]
      : [...found, { from: begins, to: ends }];
  }, []);
}

/** Midnight (the first moment) of the day that `at` lies in, and the wall-clock moments of that day. */
export type LocalDay = {
  readonly weekday: number;
  readonly date: string;
  readonly at: (time: string) => Date;
  /**
   * All moments at which the clocks show a time of these periods, from `from` to before `to`. What the clocks skip does not happen and what
   * they repeat happens twice, so a period that begins or ends in a repeated hour may fall into two.
   */
  readonly shows: (periods: readonly WallPeriod[]) => readonly Stretch[];
  readonly next: () => LocalDay;
  readonly previous: () => LocalDay;
};

function localDay(date: Temporal.PlainDate, zone: string): LocalDay {
  return {
    weekday: date.dayOfWeek,
    date: date.toString(),
    // "24:00" is the end of the day: the first moment of the next one.
    at: (time) =>
      time === '24:00'
        ? toDate(date.add({ days: 1 }).toZonedDateTime({ timeZone: zone }))
        : toDate(date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })),
    shows: (periods) => {
      if (periods.length === 0) return [];
      const midnightUtc = Date.UTC(date.year, date.month - 1, date.day);
      const pieces = piecesAround(midnightUtc, zone);
      return periods.flatMap((period) => shown(period, midnightUtc, pieces)).toSorted((a, b) => a.from - b.from);
    },
    next: () => localDay(date.add({ days: 1 }), zone),
    previous: () => localDay(date.subtract({ days: 1 }), zone),
  };
}

/** `YYYY-MM-DD` on the calendar of a zone. */
export function dayAt(at: Date, zone: string): string {
  return zoned(at, zone).toPlainDate().toString();
}

export function localDayAt(at: Date, zone: string): LocalDay {
  return localDay(zoned(at, zone).toPlainDate(), zone);
}

export function localDayOf(day: string, zone: string): LocalDay {
  return localDay(Temporal.PlainDate.from(day), zone);
}

/** A wall-clock time of a calendar day; where clocks skip it, the moment they skip to. */
export function momentOfDay(day: string, time: string, zone: string): Date {
  return localDayOf(day, zone).at(time);
}

/** The first moment of a calendar day, and the first after it. */
export function bordersOfDay(day: string, zone: string): { readonly begins: Date; readonly ends: Date } {
  const { at } = localDayOf(day, zone);
  return { begins: at('00:00'), ends: at('24:00') };
}

/** Whether this is the name of a time zone, as `Asia/Shanghai`; a bare distance from UTC is none. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `YYYY-MM-DD` that exists in the calendar. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Wall-clock text in a zone: `2026-11-27 16:00`. The same in every language. */
export function wallClock(at: Date, zone: string): string {
  const moment = zoned(at, zone);
  return `${moment.toPlainDate().toString()} ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** `at` moved by an ISO 8601 duration of days and less (`PT2H`, `P1D` = 24 hours). Throws RangeError for months and years, whose length is not fixed. */
export function afterDuration(at: Date, iso: string): Date {
  const { days, weeks, hours, minutes, seconds, milliseconds, years, months } = Temporal.Duration.from(iso);
  if (years !== 0 || months !== 0) throw new RangeError('months and years have no fixed length');
  const hoursInAll = (weeks * 7 + days) * 24 + hours;
  return new Date(at.getTime() + ((hoursInAll * 60 + minutes) * 60 + seconds) * 1000 + milliseconds);
}
