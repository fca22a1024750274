/** What is said about single days, before the hours of a week make periods of it. */
import type { Period, SpecialDay } from '../../../domain/calendar.ts';
import type { Localized } from '../../../domain/language.ts';
import { localDayOf } from '../../../domain/zoned-time.ts';

export type DayMark = { readonly name?: Localized } /** `from`: only the rest of the day, from this time on. */ & (
  | { readonly kind: 'off'; readonly from?: string }
  /** A make-up workday (调休), with the hours of a weekday (0 = Monday); without one, of the first weekday that works. */
  | { readonly kind: 'work'; readonly like?: number }
  | { readonly kind: 'hours'; readonly periods: readonly Period[] }
);

/** Marks by day, `YYYY-MM-DD`. */
export type Marks = ReadonlyMap<string, DayMark>;

/** The holidays of a country, year by year. */
export type Holidays = {
  /** Whether they are published; in a year that is not, no day has a mark. */
  readonly knows: (year: number) => boolean;
  readonly on: (day: string) => DayMark | undefined;
};

type Week = readonly (readonly Period[])[];

/** The first weekday with hours: whose hours a make-up workday has when nothing else is said. */
export function firstWorkingDay(week: Week): readonly Period[] {
  return week.find((periods) => periods.length > 0) ?? [];
}

export function specialDay(mark: DayMark, day: string, week: Week): SpecialDay {
  const named = mark.name === undefined ? {} : { name: mark.name };
  return { periods: periodsOf(mark, day, week), ...named };
}

function periodsOf(mark: DayMark, day: string, week: Week): readonly Period[] {
  switch (mark.kind) {
    case 'hours':
      return mark.periods;
    case 'work':
      return mark.like === undefined ? firstWorkingDay(week) : (week[mark.like] ?? []);
    case 'off': {
      const { from: closes } = mark;
      if (closes === undefined) return [];
      // Times of the same width compare as text.
      const usual = week[localDayOf(day, 'UTC').weekday - 1] ?? [];
      return usual.filter(({ from }) => from < closes).map(({ from, to }) => ({ from, to: to < closes ? to : closes }));
    }
  }
}

export function sameInAll(words: string): Localized {
  return { 'zh-CN': words, 'en-US': words };
}

/** `days` calendar days from `first` on. */
export function daysFrom(first: string, days: number): readonly string[] {
  const found: string[] = [];
  for (let day = localDayOf(first, 'UTC'); found.length < days; day = day.next()) found.push(day.date);
  return found;
}
