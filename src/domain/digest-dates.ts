/** When a digest is drafted, and by when it is to be confirmed: on working days of whoever makes it. */
import type { Calendar } from './calendar.ts';
import { calendarOf } from './calendars.ts';
import type { Cycle } from './cycle.ts';
import type { Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import { type IsoWeek, type LocalDay, localDayAt, momentInWeek, weekAfter } from './zoned-time.ts';

/** A longer holiday than this does not hold a digest back. */
export const MOST_DAYS_LATER = 14;

function works({ date, weekday }: LocalDay, calendar: Calendar): boolean {
  return (calendar.special?.(date)?.periods ?? calendar.week[weekday - 1] ?? []).length > 0;
}

/** How many days after this moment the first working day comes; none when it is one, or when none comes soon. */
function daysUntilWork(at: Date, calendar: Calendar): number {
  let day = localDayAt(at, calendar.zone);
  for (let days = 0; days <= MOST_DAYS_LATER; days += 1, day = day.next()) if (works(day, calendar)) return days;
  return 0;
}

/** The same wall-clock time so many days later. */
function daysLater(week: IsoWeek, moment: Cycle['cadence']['digest'], days: number, zone: string): Date {
  let day = localDayAt(momentInWeek(week, moment, zone), zone);
  for (let n = 0; n < days; n += 1) day = day.next();
  return day.at(moment.time);
}

export type DigestDates = { readonly draftAt: Date; readonly confirmByAt: Date };

/** In the week after the reports; a day on which the lead does not work moves both moments alike. */
export function digestDates(cycle: Cycle, lead: PersonId, week: IsoWeek, firm: Firm): DigestDates {
  const calendar = calendarOf(lead, firm);
  const { digest, confirmBy } = cycle.cadence;
  const next = weekAfter(week);
  const days = daysUntilWork(momentInWeek(next, digest, calendar.zone), calendar);
  return {
    draftAt: daysLater(next, digest, days, calendar.zone),
    confirmByAt: daysLater(next, confirmBy, days, calendar.zone),
  };
}

/** Drafted late, after an outage, it leaves its lead as much time as it would have. */
export function confirmBy({ draftAt, confirmByAt }: DigestDates, now: Date): Date {
  return new Date(confirmByAt.getTime() + Math.max(0, now.getTime() - draftAt.getTime()));
}
