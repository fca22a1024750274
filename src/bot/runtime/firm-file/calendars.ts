/** The calendars of the firm file: hours of weekdays, holidays of a country, imports, and single days that go before both. */
import type { Calendar } from '../../../domain/calendar.ts';
import type { CalendarId } from '../../../domain/ids.ts';
import { chinaHolidays } from '../holidays/china.ts';
import { countryHolidays, countryOf } from '../holidays/countries.ts';
import { type DayMark, type Holidays, specialDay } from '../holidays/marks.ts';
import { readDays } from './days.ts';
import { readImport } from './imports.ts';
import { checkZone, longestDayMs, parseHours } from './moments.ts';
import type { Complain, Path } from './places.ts';
import type { Placed, Reader } from './reading.ts';
import { type CalendarShape, calendarShape } from './calendar-shape.ts';

type Around = { readonly zone: string; readonly folder: string; readonly complain: Complain };
type Week = Calendar['week'];

/** Where a calendar says nothing: a firm without one works on weekdays from nine to six. */
const USUAL = { 'mon-fri': ['09:00-18:00'] };
const DEFAULT = 'default';

/** `default` is always there. */
export function readCalendars(reader: Reader, around: Around): ReadonlyMap<CalendarId, Calendar> {
  const { zone, complain } = around;
  const found = reader.many('calendars', calendarShape);
  const known = reader.ids('calendars');
  if (known.size > 0 && !known.has(DEFAULT))
    complain(['calendars'], 'there is no calendar “default”', 'name one of them default');
  const own = found.find(({ key }) => key === DEFAULT);
  if (own && own.value.hours === undefined)
    complain([...own.path, 'hours'], 'it is missing', 'write a block of settings here');
  const usual = weekOf(own, parseHours(USUAL, zone, [], complain).week, complain);
  const calendars = found.map((placed): readonly [CalendarId, Calendar] => {
    const week = placed === own ? usual : weekOf(placed, usual, complain);
    return [placed.key as CalendarId, calendarOf(placed, week, around)];
  });
  return new Map([[DEFAULT as CalendarId, { zone, week: usual }], ...calendars]);
}

function weekOf(placed: Placed<CalendarShape> | undefined, usual: Week, complain: Complain): Week {
  if (placed?.value.hours === undefined) return usual;
  const parsed = parseHours(placed.value.hours, '', [...placed.path, 'hours'], complain);
  return longestDayMs(parsed) > 0 ? parsed.week : usual;
}

function calendarOf({ path, value }: Placed<CalendarShape>, week: Week, { zone, folder, complain }: Around): Calendar {
  if (value.timezone !== undefined) checkZone(value.timezone, [...path, 'timezone'], complain);
  const country = value.country === undefined ? undefined : holidaysOf(value.country, [...path, 'country'], complain);
  const days = readDays(value.days ?? {}, week, [...path, 'days'], complain);
  const imported = (value.import ?? []).map((file, index) =>
    readImport(file, folder, week, [...path, 'import', index], complain),
  );
  const marked = (day: string): DayMark | undefined =>
    [days, ...imported].find((marks) => marks.has(day))?.get(day) ?? country?.on(day);
  return {
    ...{ zone: value.timezone ?? zone, week },
    special: (day) => {
      const mark = marked(day);
      return mark === undefined ? undefined : specialDay(mark, day, week);
    },
    knows: knowledge(value, country),
  };
}

/** Without a country and without imports nobody has promised holidays: there is nothing to miss. */
function knowledge(
  { years = [], import: files = [] }: CalendarShape,
  country: Holidays | undefined,
): NonNullable<Calendar['knows']> {
  if (country === undefined && years.length === 0 && files.length === 0) return () => true;
  return (year) => years.includes(year) || country?.knows(year) === true;
}

function holidaysOf(country: string, path: Path, complain: Complain): Holidays | undefined {
  if (country === 'CN') return chinaHolidays();
  if (country.startsWith('CN-')) {
    complain(
      path,
      'China is one country here, without regions',
      'write CN, and what is special where you are into days',
    );
    return undefined;
  }
  const found = countryOf(country);
  if (!('what' in found)) return countryHolidays(found);
  complain(path, found.what, found.hint);
  return undefined;
}
