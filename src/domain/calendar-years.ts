/** Which years' holidays a calendar should know and does not: nobody may find out on the day itself. */
import type { Calendar } from './calendar.ts';
import type { Firm } from './firm.ts';
import type { CalendarId } from './ids.ts';
import { type DaySpecial, specialDaysBetween } from './working-time.ts';
import { bordersOfDay, dayAt } from './zoned-time.ts';

/** From this day on the next year is looked for: China publishes its holidays in November at the latest. */
const LOOKED_FOR_FROM = '11-01';

/** The year whose holidays are missing: this one, or from November on the next. */
export function missingYear(calendar: Calendar, now: Date): number | undefined {
  const today = dayAt(now, calendar.zone);
  const year = Number(today.slice(0, 4));
  const isMissing = (one: number): boolean => calendar.knows?.(one) === false;
  if (isMissing(year)) return year;
  return today.slice(5) >= LOOKED_FOR_FROM && isMissing(year + 1) ? year + 1 : undefined;
}

export type MissingYear = { readonly year: number; readonly calendars: readonly CalendarId[] };

/** All that is missing in a firm, year by year. */
export function missingYears(firm: Firm, now: Date): readonly MissingYear[] {
  const missing = [...firm.calendars].flatMap(([id, calendar]) => {
    const year = missingYear(calendar, now);
    return year === undefined ? [] : [{ id, year }];
  });
  return [...Map.groupBy(missing, ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .map(([year, all]) => ({ year, calendars: all.map(({ id }) => id) }));
}

/** Every special day of a year on the calendar of a firm, to see whether any has changed. */
export function specialDaysOf(year: number, calendar: Calendar): readonly DaySpecial[] {
  const { begins } = bordersOfDay(`${year}-01-01`, calendar.zone);
  const { ends } = bordersOfDay(`${year}-12-31`, calendar.zone);
  return specialDaysBetween(begins, ends, calendar);
}
