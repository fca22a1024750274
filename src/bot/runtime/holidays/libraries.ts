/**
 * Loads what only some firms need, when it is needed: the holidays of all countries are 30 MB of memory that a firm in China alone never uses.
 * By `require`, because the firm file is read in one go, without waiting.
 */
import { createRequire } from 'node:module';
import type ical from 'ical.js';

const require = createRequire(import.meta.url);

/** The part of date-holidays that we use. */
export type WorldHolidays = new (
  country?: string,
  state?: string,
  region?: string,
) => {
  readonly getCountries: (language: string) => Readonly<Record<string, string>> | undefined;
  readonly getStates: (country: string) => Readonly<Record<string, string>> | undefined;
  readonly getRegions: (country: string, state: string) => Readonly<Record<string, string>> | undefined;
  readonly getHolidays: (
    year: number,
    language: string,
  ) => readonly {
    /** `YYYY-MM-DD hh:mm:ss`, and sometimes an offset after it. */
    readonly date: string;
    readonly start: Date;
    readonly end: Date;
    readonly name: string;
    readonly type: string;
    readonly substitute?: boolean;
  }[];
};

export function worldHolidays(): WorldHolidays {
  return require('date-holidays') as WorldHolidays;
}

export function icalendar(): typeof ical {
  const loaded = require('ical.js') as typeof ical & { readonly default?: typeof ical };
  return loaded.default ?? loaded;
}

/** Of chinese-days only the table: days as `English name,中文名,days in lieu`. */
export type ChinaTable = { readonly [K in 'holidays' | 'workdays']: Readonly<Record<string, string>> };

export function chinaTable(): ChinaTable {
  return require('chinese-days/dist/chinese-days.json') as ChinaTable;
}
