/** A table of single days that are not like their weekday, as the firm file and its imports write them. */
import type { Period } from '../../../domain/calendar.ts';
import { isCalendarDate } from '../../../domain/zoned-time.ts';
import { daysFrom, type DayMark, type Marks } from '../holidays/marks.ts';
import { suggest } from '../problems.ts';
import { localized } from './context.ts';
import { parsePeriods, weekdays } from './moments.ts';
import type { Complain, Path } from './places.ts';
import type { DayShape } from './calendar-shape.ts';

type Week = readonly (readonly Period[])[];

const DAY_MS = 86_400_000;
/** A range that is longer is a slip in its year. */
const MOST_DAYS = 366;

export function readDays(table: Readonly<Record<string, DayShape>>, week: Week, path: Path, complain: Complain): Marks {
  const marks = new Map<string, DayMark>();
  for (const [key, shape] of Object.entries(table)) {
    const here = [...path, key];
    const mark = markOf(shape, week, here, complain);
    for (const day of daysOf(key, here, complain)) {
      if (marks.has(day)) {
        complain(here, `${day} is described twice`, 'describe each day once');
        break;
      }
      marks.set(day, mark);
    }
  }
  return marks;
}

/** `2027-02-06` or `2027-02-06..2027-02-12`, both ends included; none after a complaint. */
function daysOf(key: string, path: Path, complain: Complain): readonly string[] {
  const [first = '', last = first, ...rest] = key.split('..').map((day) => day.trim());
  if (rest.length > 0) {
    complain(path, `“${key}” is not a range of days`, 'two days: 2027-02-06..2027-02-12');
    return [];
  }
  const wrong = [first, last].find((day) => !isCalendarDate(day));
  if (wrong !== undefined) {
    const looksRight = /^\d{4}-\d{2}-\d{2}$/.test(wrong);
    const hint = looksRight
      ? 'look it up in a calendar'
      : 'year, month and day: 2027-02-06, or a range 2027-02-06..2027-02-12';
    complain(path, looksRight ? `there is no day ${wrong}` : `“${wrong}” is not a day`, hint);
    return [];
  }
  const length = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  if (length < 1) complain(path, `${first} comes after ${last}`, `write ${last}..${first}`);
  if (length > MOST_DAYS) complain(path, `“${key}” is longer than a year`, 'check the years of both days');
  return length < 1 || length > MOST_DAYS ? [] : daysFrom(first, length);
}

function markOf(shape: DayShape, week: Week, path: Path, complain: Complain): DayMark {
  if (typeof shape === 'string') return { kind: shape };
  const { off, work, hours, name } = shape;
  const words = name ?? off;
  const named = words === undefined ? {} : { name: localized(words) };
  if (hours !== undefined)
    return { kind: 'hours', periods: parsePeriods(hours, [...path, 'hours'], complain), ...named };
  if (work === undefined) return { kind: 'off', ...named };
  return { kind: 'work', ...likeOf(work, week, [...path, 'work'], complain), ...named };
}

function likeOf(work: string, week: Week, path: Path, complain: Complain): { readonly like?: number } {
  const like = weekdays.findIndex((weekday) => weekday === work.trim().toLowerCase());
  if (like < 0) {
    complain(path, `“${work}” is not a weekday`, suggest(work, weekdays));
    return {};
  }
  if ((week[like] ?? []).length > 0) return { like };
  const working = weekdays.filter((_, index) => (week[index] ?? []).length > 0);
  complain(path, `${work} has no hours to work by`, `a weekday that has some: ${working.join(', ')}`);
  return {};
}
