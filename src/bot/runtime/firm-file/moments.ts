/** The small notations of the firm file: durations, weekday moments, working hours, zones. Undefined or a complaint when wrong. */
import type { Calendar, Period } from '../../../domain/calendar.ts';
import type { WeeklyMoment } from '../../../domain/project.ts';
import { isZone } from '../../../domain/zoned-time.ts';
import { nearest, suggest } from '../problems.ts';
import type { Complain, Path } from './places.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const hundredYearsMs = 36_500 * 24 * hourMs;

export type Duration = { readonly ms: number; readonly counted: 'working' | 'calendar' };

/** `1d` is one working day, the longest of the week; `1d calendar` is 24 hours. */
export function parseDuration(text: string, workingDayMs: number): Duration | undefined {
  const found = /^(\d{1,6})\s*(m|h|d)(\s+calendar)?$/.exec(text.trim());
  if (!found) return undefined;
  const [, amount, unit, calendar] = found;
  const dayMs = calendar ? 24 * hourMs : workingDayMs;
  const ms = Number(amount) * (unit === 'm' ? minuteMs : unit === 'h' ? hourMs : dayMs);
  return ms > 0 && ms < hundredYearsMs ? { ms, counted: calendar ? 'calendar' : 'working' } : undefined;
}

export function parseWeekly(text: string): WeeklyMoment | undefined {
  const [day, time, ...rest] = text.trim().toLowerCase().split(/\s+/);
  const index = weekdays.findIndex((weekday) => weekday === day);
  if (index < 0 || time === undefined || rest.length > 0 || minutesOf(time) === undefined) return undefined;
  return { weekday: (index + 1) as WeeklyMoment['weekday'], time };
}

/** `HH:MM` of any day. */
export function isTime(text: string): boolean {
  return minutesOf(text) !== undefined;
}

/** Minutes since midnight of `HH:MM`; `24:00` only closes a day. */
export function minutesOf(time: string, last = 23 * 60 + 59): number | undefined {
  const found = /^(\d{2}):([0-5]\d)$/.exec(time);
  const minutes = found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN;
  return minutes <= last ? minutes : undefined;
}

export function checkZone(zone: string, path: Path, complain: Complain): void {
  if (isZone(zone)) return;
  const near = nearest(zone, Intl.supportedValuesOf('timeZone'));
  complain(path, `“${zone}” is not a time zone`, near ? `did you mean ${near}?` : 'an IANA name like Asia/Shanghai');
}

type Hours = Readonly<Record<string, readonly string[]>>;

export function parseHours(hours: Hours, zone: string, path: Path, complain: Complain): Calendar {
  const week: (readonly Period[])[] = weekdays.map(() => []);
  const described = new Set<number>();
  for (const [key, periods] of Object.entries(hours)) {
    const days = daysOf(key);
    if (!days) {
      complain([...path, key], `“${key}” is not a weekday`, weekdayHint(key));
      continue;
    }
    const parsed = parsePeriods(periods, [...path, key], complain);
    for (const day of days) {
      if (described.has(day))
        complain([...path, key], `${weekdays[day] ?? ''} has its hours already`, 'describe each weekday once');
      described.add(day);
      week[day] = parsed;
    }
  }
  if (Object.values(hours).every((periods) => periods.length === 0))
    complain(path, 'there is no working time', 'mon-fri: ["09:00-18:00"]');
  return { zone, week };
}

export function longestDayMs(calendar: Calendar): number {
  const minutes = calendar.week.map((periods) =>
    periods.reduce((sum, { from, to }) => sum + (minutesOf(to, 1440) ?? 0) - (minutesOf(from) ?? 0), 0),
  );
  return Math.max(...minutes) * minuteMs;
}

function weekdayHint(key: string): string {
  const wrong = key
    .toLowerCase()
    .split(/[-,\s]+/)
    .find((word) => !weekdays.some((day) => day === word));
  return wrong === undefined ? 'a range runs forward: mon-fri' : suggest(wrong, weekdays);
}

/** `mon`, `mon-fri` or `mon,wed,fri` as indices from 0 = Monday. */
function daysOf(key: string): readonly number[] | undefined {
  const days = key
    .toLowerCase()
    .split(',')
    .flatMap((part): readonly number[] => {
      const [first, last = first] = part
        .split('-')
        .map((day) => weekdays.findIndex((weekday) => weekday === day.trim()));
      if (first === undefined || last === undefined || first < 0 || last < first) return [-1];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
  return days.includes(-1) ? undefined : days;
}

export function parsePeriods(texts: readonly string[], path: Path, complain: Complain): readonly Period[] {
  const found = texts.flatMap((text, index) => {
    const [from = '', to = '', ...rest] = text.split('-').map((time) => time.trim());
    const [start, end] = [minutesOf(from), minutesOf(to, 1440)];
    if (start === undefined || end === undefined || rest.length > 0) {
      complain([...path, index], `“${text}” is not a period`, 'two times of a day: "09:00-12:00"');
      return [];
    }
    if (end <= start) {
      complain([...path, index], `“${text}” ends before it begins`, 'work past midnight belongs to the next day');
      return [];
    }
    return [{ period: { from, to }, start, end, index }];
  });
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  for (const [position, { start, index, period }] of inOrder.entries()) {
    const before = inOrder[position - 1];
    if (before && start < before.end) {
      const words = `“${period.from}-${period.to}” overlaps “${before.period.from}-${before.period.to}”`;
      complain([...path, index], words, 'let one end where the next begins');
    }
  }
  return inOrder.map(({ period }) => period);
}
