/** The files of holidays that a calendar imports: ICS, or JSON of two kinds. */
import * as fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Period } from '../../../domain/calendar.ts';
import { readIcs } from '../holidays/ics.ts';
import { type DayMark, type Marks, sameInAll } from '../holidays/marks.ts';
import { isCalendarDate } from '../../../domain/zoned-time.ts';
import { readDays } from './days.ts';
import { type Complain, nameOf, type Path } from './places.ts';
import { isRecord, readerOf } from './reading.ts';
import { dayShape } from './calendar-shape.ts';

type Week = readonly (readonly Period[])[];

const MOST_BYTES = 5_000_000;

/** The shape in which holidays of China are passed around: one file a year, `isOffDay: false` is a make-up workday. */
const yearShape = z.object({
  days: z.array(
    z.object({
      name: z.string().optional(),
      date: z.string().refine(isCalendarDate, { error: 'this is not a day, like 2027-02-06' }),
      isOffDay: z.boolean(),
    }),
  ),
});

/** `folder` is where the firm file stands. What is wrong inside a file is said at its line of the firm file. */
export function readImport(file: string, folder: string, week: Week, at: Path, complain: Complain): Marks {
  const wrong = (what: string, hint: string): Marks => {
    complain(at, `“${file}” ${what}`, hint);
    return new Map();
  };
  const isIcs = /\.ics$/i.test(file);
  if (!isIcs && !/\.json$/i.test(file))
    return wrong('is neither .ics nor .json', 'export the holidays as one of the two');
  const full = path.resolve(folder, file);
  if (!fs.existsSync(full))
    return wrong('is not there', `its path is seen from the firm file: ${path.relative(process.cwd(), full)}`);
  const text = textOf(full);
  if (typeof text !== 'string') return wrong(text.what, text.hint);
  const before: { readonly what: string; readonly hint: string }[] = [];
  const inside: Complain = (place, what, hint) => {
    before.push({ what: `has a mistake at ${nameOf(place) || 'its beginning'}: ${what}`, hint });
  };
  const marks = isIcs ? marksOfIcs(text, inside) : marksOfJson(text, week, inside);
  for (const { what, hint } of before) wrong(what, hint);
  if (marks.size === 0 && before.length === 0)
    return wrong('holds nothing', isIcs ? 'holidays are all-day events' : 'write days: { "2027-02-06": "off" }');
  return marks;
}

function textOf(file: string): string | { readonly what: string; readonly hint: string } {
  try {
    const { size } = fs.statSync(file);
    if (size > MOST_BYTES)
      return { what: `is larger than ${MOST_BYTES / 1_000_000} MB`, hint: 'holidays take a few kB' };
    return fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return { what: `cannot be read: ${wordsOf(error)}`, hint: 'check its permissions' };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function marksOfIcs(text: string, complain: Complain): Marks {
  try {
    return collect(
      readIcs(text).map(({ day, mark }) => ({ path: [day], day, mark })),
      complain,
    );
  } catch (error) {
    complain([], wordsOf(error), 'export it again as an iCalendar file (.ics)');
    return new Map();
  }
}

function marksOfJson(text: string, week: Week, complain: Complain): Marks {
  const content = jsonOf(text, complain);
  if (content === undefined) return new Map();
  if (!isRecord(content)) {
    complain([], 'it is not a block of days', '{ "2027-02-06": "off" }');
    return new Map();
  }
  if (Array.isArray(content['days'])) {
    const year = readerOf({ file: content }, (place, what, hint) => complain(place.slice(1), what, hint)).one(
      'file',
      yearShape,
    );
    return collect(
      (year?.days ?? []).map(({ name = '', date, isOffDay }, index) => ({
        ...{ path: ['days', index], day: date },
        mark: { kind: isOffDay ? 'off' : 'work', ...(name === '' ? {} : { name: sameInAll(name) }) },
      })),
      complain,
    );
  }
  const inside: Complain = (place, what, hint) => complain(place.slice(1), what, hint);
  const table = readerOf({ days: content }, inside).many('days', dayShape);
  return readDays(Object.fromEntries(table.map(({ key, value }) => [key, value])), week, [], complain);
}

function jsonOf(text: string, complain: Complain): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    complain([], `it is not JSON: ${wordsOf(error)}`, 'quotes around every key and word, no comma after the last');
    return undefined;
  }
}

type Found = { readonly path: Path; readonly day: string; readonly mark: DayMark };

/** Two holidays on one day are one day off, called by the first; a day cannot be both off and worked. */
function collect(found: readonly Found[], complain: Complain): Marks {
  const marks = new Map<string, DayMark>();
  for (const { path: place, day, mark } of found) {
    const before = marks.get(day);
    if (before && before.kind !== mark.kind) complain(place, `${day} is both off and worked`, 'keep one of the two');
    if (!before) marks.set(day, mark);
  }
  return marks;
}
