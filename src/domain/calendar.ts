/** Working time: which hours of which weekdays count, in one zone. Holidays join in a later version of the calendar. */
export type Period = { readonly from: string; readonly to: string };

export type Calendar = {
  /** IANA time zone the hours are meant in. */
  readonly zone: string;
  /** Index 0 = Monday … 6 = Sunday; periods in order, not overlapping, `HH:MM`. */
  readonly week: readonly (readonly Period[])[];
};
