/** Working time, checked against counting the minutes on a wall clock, across changes of daylight saving. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../src/domain/calendar.ts';
import {
  addWorking,
  isWorking,
  isWorkingDay,
  lastWorkingDayUpTo,
  workingBetween,
} from '../../src/domain/working-time.ts';
import { firm } from './firm.ts';
import { MINUTE_MS, oracle } from './wall-clock-oracle.ts';

const HOUR_MS = 60 * MINUTE_MS;
const DAYS = 12;
/** A week and more around a night in which the clocks change (Shanghai's never do). */
const places = [
  { zone: 'America/New_York', begin: '2026-03-03T00:00:00Z' },
  { zone: 'America/New_York', begin: '2026-10-27T00:00:00Z' },
  { zone: 'Europe/London', begin: '2026-03-24T00:00:00Z' },
  { zone: 'Europe/London', begin: '2026-10-20T00:00:00Z' },
  { zone: 'Asia/Shanghai', begin: '2026-11-20T00:00:00Z' },
  { zone: 'Australia/Lord_Howe', begin: '2026-03-31T00:00:00Z' },
  { zone: 'Australia/Lord_Howe', begin: '2026-09-29T00:00:00Z' },
];

const office = firm.calendar.week;
const nights = Array.from({ length: 7 }, () => [
  { from: '00:00', to: '06:00' },
  { from: '22:00', to: '24:00' },
]);
const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
const weekends = [[], [], [], [], [], [{ from: '10:00', to: '16:00' }], [{ from: '00:30', to: '12:00' }]];

/** Built once: looking at every minute is slow work. */
const benches = places.flatMap(({ zone, begin }) =>
  [office, nights, always, weekends].map((week) => {
    const calendar: Calendar = { zone, week };
    const start = new Date(begin);
    return { calendar, start, minutes: oracle(start, DAYS, calendar) };
  }),
);
const bench = fc.constantFrom(...benches);
const minute = fc.integer({ min: 0, max: DAYS * 24 * 60 });
const at = (start: Date, minutes: number): Date => new Date(start.getTime() + minutes * MINUTE_MS);

describe('counted on a wall clock, in every zone and across every change of the clocks', () => {
  test('the working time between two moments is the number of working minutes between them', () => {
    fc.assert(
      fc.property(bench, minute, minute, ({ calendar, start, minutes }, from, to) => {
        const counted = (minutes.upTo(to) - minutes.upTo(from)) * MINUTE_MS;
        expect(workingBetween(at(start, from), at(start, to), calendar)).toBeCloseTo(counted, 6);
      }),
      { numRuns: 80 },
    );
  });

  test('a moment works if its minute does', () => {
    fc.assert(
      fc.property(bench, minute, ({ calendar, start, minutes }, one) => {
        fc.pre(one < DAYS * 24 * 60);
        expect(isWorking(at(start, one), calendar)).toBe(minutes.isWorking(one));
      }),
      { numRuns: 150 },
    );
  });

  test('so much working time after a moment is the minute by which so many working minutes have passed', () => {
    fc.assert(
      fc.property(bench, minute, fc.integer({ min: 1, max: 3000 }), ({ calendar, start, minutes }, from, length) => {
        const expected = minutes.after(from, length);
        fc.pre(expected !== undefined);
        expect(addWorking(at(start, from), length * MINUTE_MS, calendar)).toEqual(at(start, expected));
      }),
      { numRuns: 80 },
    );
  });
});

const length = fc.integer({ min: 0, max: 40 * HOUR_MS });

test('adding working time and counting it are inverse, to the millisecond', () => {
  fc.assert(
    fc.property(bench, minute, length, fc.nat(59_999), ({ calendar, start }, from, lengthMs, ms) => {
      const begin = new Date(at(start, from).getTime() + ms);
      expect(workingBetween(begin, addWorking(begin, lengthMs, calendar), calendar)).toBe(lengthMs);
    }),
    { numRuns: 60 },
  );
});

test('what is due falls at the end of working time, never in a break, and never before it began', () => {
  fc.assert(
    fc.property(bench, minute, fc.integer({ min: 1, max: 40 * HOUR_MS }), ({ calendar, start }, from, lengthMs) => {
      const due = addWorking(at(start, from), lengthMs, calendar);
      expect(isWorking(new Date(due.getTime() - 1), calendar)).toBe(true);
      expect(due.getTime()).toBeGreaterThanOrEqual(at(start, from).getTime() + lengthMs);
    }),
    { numRuns: 60 },
  );
});

test('two lengths one after the other are the same as both at once', () => {
  fc.assert(
    fc.property(bench, minute, length, length, ({ calendar, start }, from, first, second) => {
      const begin = at(start, from);
      fc.pre(second > 0);
      const oneByOne = addWorking(addWorking(begin, first, calendar), second, calendar);
      expect(oneByOne).toEqual(addWorking(begin, first + second, calendar));
    }),
    { numRuns: 60 },
  );
});

test('counting backwards is counting forwards with a minus', () => {
  const [from, to] = [new Date('2026-11-23T02:00:00Z'), new Date('2026-11-24T02:00:00Z')];
  expect(workingBetween(from, to, firm.calendar)).toBe(7.5 * HOUR_MS);
  expect(workingBetween(to, from, firm.calendar)).toBe(-7.5 * HOUR_MS);
});

test('an evening, a lunch break and a weekend do not count', () => {
  const due = (start: string, hours: number) =>
    addWorking(new Date(start), hours * HOUR_MS, firm.calendar).toISOString();
  // Friday 17:30 in Shanghai, one hour later: Monday 09:30.
  expect(due('2026-11-27T09:30:00Z', 1)).toBe('2026-11-30T01:30:00.000Z');
  // 11:30, one hour later: half an hour before lunch and half after.
  expect(due('2026-11-23T03:30:00Z', 1)).toBe('2026-11-23T06:00:00.000Z');
  // Exactly at the end of the morning, not at the beginning of the afternoon.
  expect(due('2026-11-23T03:00:00Z', 1)).toBe('2026-11-23T04:00:00.000Z');
  expect(due('2026-11-28T04:00:00Z', 0)).toBe('2026-11-28T04:00:00.000Z');
});

test('a negative length and a calendar that never works are mistakes, said as such', () => {
  expect(() => addWorking(new Date(0), -1, firm.calendar)).toThrow(RangeError);
  expect(() => addWorking(new Date(0), 1, { zone: 'Asia/Shanghai', week: [] })).toThrow(RangeError);
});

test('a long length takes as many years as it takes, where the calendar works at all', () => {
  const mondays: Calendar = { zone: 'UTC', week: [[{ from: '09:00', to: '10:00' }]] };
  // 23 November 2026 is a Monday, and 700 weeks are more than thirteen years.
  expect(addWorking(new Date('2026-11-23T00:00:00Z'), 700 * HOUR_MS, mondays)).toEqual(
    new Date('2040-04-16T10:00:00Z'),
  );
  expect(lastWorkingDayUpTo('2026-11-29', mondays)).toBe('2026-11-23');
  expect(lastWorkingDayUpTo('2026-11-29', { zone: 'UTC', week: [] })).toBeUndefined();
});

test('a day that a zone has left out has no time to work in', () => {
  const apia: Calendar = { zone: 'Pacific/Apia', week: always };
  // Samoa went from Thursday 29 December 2011 straight to Saturday.
  expect(workingBetween(new Date('2011-12-29T10:00:00Z'), new Date('2011-12-31T10:00:00Z'), apia)).toBe(48 * HOUR_MS);
  expect(isWorkingDay('2011-12-29', apia)).toBe(true);
});
