/** Working time: which hours of which days count, in one zone. */
import type { Localized } from './language.ts';

/** Wall-clock times in each person's own zone; `from` is later than `until`: the night lies between them. */
export type QuietHours = { readonly from: string; readonly until: string };

export type Period = { readonly from: string; readonly to: string };

/** A day that is not like its weekday: a holiday (no periods), a make-up workday (调休), half a day. */
export type SpecialDay = { readonly periods: readonly Period[]; readonly name?: Localized };

export type Calendar = {
  /** IANA time zone the hours are meant in. */
  readonly zone: string;
  /** Index 0 = Monday … 6 = Sunday; periods in order, not overlapping, `HH:MM`. */
  readonly week: readonly (readonly Period[])[];
  /** What is special about a day (`YYYY-MM-DD`), if anything is. */
  readonly special?: (day: string) => SpecialDay | undefined;
  /** Whether the holidays of a year are known; absent: they all are. In an unknown year every weekday counts as usual, and people are told so. */
  readonly knows?: (year: number) => boolean;
};
