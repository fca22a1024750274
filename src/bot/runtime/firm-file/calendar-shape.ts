/** The shape of a calendar in the firm file. */
import { z } from 'zod';
import { localized, name, zone } from './word-shapes.ts';

const hours = z.array(z.string()).describe('Periods of a day: "09:00-12:00", "13:30-18:00"');

/** What a day is when it is not like its weekday: one of `off`, `work` and `hours`, and its name. */
export const dayShape = z.union([
  z.enum(['off', 'work']),
  z
    .strictObject({
      off: localized.optional().describe('A day off; the name of the holiday'),
      work: z.string().optional().describe('A make-up workday (调休), with the hours of this weekday: fri'),
      hours: hours.optional().describe('Half a day: these periods and no others'),
      name: localized.optional().describe('What the day is called'),
    })
    .refine(({ off, work, hours: half }) => [off, work, half].filter((one) => one !== undefined).length === 1, {
      error: 'a day is one of three: off, work or hours',
    }),
]);

export const calendarShape = z.strictObject({
  country: z
    .string()
    .optional()
    .describe('Whose public holidays count: CN (with make-up workdays), US, or with a region US-NY, GB-ENG'),
  timezone: zone.optional(),
  hours: z
    .record(z.string(), hours)
    .optional()
    .describe('Weekdays (mon-fri, sat, "mon,wed") and their periods ("09:00-12:00"); left out, those of default'),
  days: z
    .record(z.string(), dayShape)
    .optional()
    .describe('Days that are not like their weekday, by day (2027-02-06) or range (2027-02-06..2027-02-12)'),
  import: z
    .array(name)
    .max(20)
    .optional()
    .describe('Files of holidays (.ics, .json), their paths seen from this file; days goes before them, country after'),
  years: z
    .array(z.int().min(2000).max(2200))
    .optional()
    .describe('Years of which days and import hold every holiday, so that nobody is warned'),
});

export type DayShape = z.output<typeof dayShape>;
export type CalendarShape = z.output<typeof calendarShape>;
