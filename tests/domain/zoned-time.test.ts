/** Weeks and wall clocks: each in its own zone, also in the hour that the clocks skip or repeat. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeeklyMoment } from '../../src/domain/project.ts';
import {
  afterDuration,
  isCalendarDate,
  isoWeekAt,
  type IsoWeek,
  localDayAt,
  momentInWeek,
  wallClock,
  weekAfter,
} from '../../src/domain/zoned-time.ts';

const zones = ['America/New_York', 'Europe/London', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const zone = fc.constantFrom(...zones);
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const DAY_MS = 86_400_000;

/** The book's own rule (ISO 8601): a week belongs to the year that has its Thursday. */
function weekByTheBook(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - first) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

const localDate = (at: Date, where: string): string => at.toLocaleDateString('sv-SE', { timeZone: where });

describe('ISO weeks', () => {
  test.each([
    ['2026-12-31T15:59:00Z', 'Asia/Shanghai', '2026-W53'],
    ['2027-01-03T16:00:00Z', 'Asia/Shanghai', '2027-W01'],
    ['2024-12-30T12:00:00Z', 'UTC', '2025-W01'],
    ['2027-01-01T12:00:00Z', 'UTC', '2026-W53'],
    ['2026-11-30T04:59:00Z', 'America/New_York', '2026-W48'],
    ['2026-11-30T04:59:00Z', 'Asia/Shanghai', '2026-W49'],
  ])('%s in %s lies in %s', (at, where, week) => {
    expect(isoWeekAt(new Date(at), where)).toBe(week);
  });

  test('are those of the book, for every day and zone', () => {
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        expect(isoWeekAt(at, where)).toBe(weekByTheBook(localDate(at, where)));
      }),
    );
  });

  test('follow each other without a gap, over the ends of years', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -60, max: 60 }), (at, weeks) => {
        const week = isoWeekAt(at, 'UTC');
        expect(weekAfter(week, weeks)).toBe(isoWeekAt(new Date(at.getTime() + weeks * 7 * DAY_MS), 'UTC'));
        expect(weekAfter(weekAfter(week, weeks), -weeks)).toBe(week);
      }),
    );
    expect([weekAfter('2026-W53'), weekAfter('2025-W52'), weekAfter('2027-W01', -1)]).toEqual([
      '2027-W01',
      '2026-W01',
      '2026-W53',
    ]);
  });
});

describe('a weekly moment', () => {
  const weekly: fc.Arbitrary<WeeklyMoment> = fc.record({
    weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    // Nowhere do the clocks change by day.
    time: fc.constantFrom('06:00', '09:30', '16:00', '23:45'),
  });

  test('comes in its week, on its weekday, at its time of the wall clock', () => {
    fc.assert(
      fc.property(moment, weekly, zone, (at, when, where) => {
        const week = isoWeekAt(at, where);
        const comes = momentInWeek(week, when, where);
        expect(isoWeekAt(comes, where)).toBe(week);
        expect(localDayAt(comes, where).weekday).toBe(when.weekday);
        expect(wallClock(comes, where).slice(11)).toBe(when.time);
      }),
    );
  });

  const comes = (week: IsoWeek, time: string, where: string): string =>
    momentInWeek(week, { weekday: 7, time }, where).toISOString();

  test('that the clocks skip comes as much later as they skip', () => {
    expect(comes('2026-W10', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(comes('2026-W40', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z');
  });

  test('that the clocks repeat comes once, the first time', () => {
    expect(comes('2026-W44', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(comes('2026-W43', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('a local day', () => {
  test('ends where the next one begins, however long it is', () => {
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        const day = localDayAt(at, where);
        expect(day.date).toBe(localDate(at, where));
        expect(day.at('24:00')).toEqual(day.next().at('00:00'));
        expect(day.at('00:00') <= at && at < day.at('24:00')).toBe(true);
        expect(day.next().previous().date).toBe(day.date);
      }),
    );
  });

  test('has 23 hours in spring and 25 in autumn, and on Lord Howe half an hour less or more', () => {
    const hours = (date: string, where: string): number => {
      const day = localDayAt(new Date(`${date}T12:00:00Z`), where);
      return (day.at('24:00').getTime() - day.at('00:00').getTime()) / 3_600_000;
    };
    expect(hours('2026-03-08', 'America/New_York')).toBe(23);
    expect(hours('2026-11-01', 'America/New_York')).toBe(25);
    expect(hours('2026-10-03', 'Australia/Lord_Howe')).toBe(24);
    expect(hours('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5);
    expect(hours('2026-11-23', 'Asia/Shanghai')).toBe(24);
  });
});

test('a date is one that the calendar has', () => {
  for (const good of ['2026-12-31', '2024-02-29', '2000-02-29']) expect(isCalendarDate(good)).toBe(true);
  for (const bad of ['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-1-1', '', 'x2026-01-01']) {
    expect(isCalendarDate(bad)).toBe(false);
  }
});

test('a wall clock reads the same in every language', () => {
  const at = new Date('2026-11-27T08:00:00Z');
  expect(wallClock(at, 'Asia/Shanghai')).toBe('2026-11-27 16:00');
  expect(wallClock(at, 'America/New_York')).toBe('2026-11-27 03:00');
});

test('a length of time is added as written, a day being 24 hours; months and years have no length', () => {
  const at = new Date('2026-03-07T12:00:00Z');
  expect(afterDuration(at, 'PT2H')).toEqual(new Date('2026-03-07T14:00:00Z'));
  expect(afterDuration(at, 'P1W1DT1M0.5S')).toEqual(new Date('2026-03-15T12:01:00.500Z'));
  expect(afterDuration(at, 'PT0S')).toEqual(at);
  for (const bad of ['P1M', 'P1Y', '2 hours', '']) expect(() => afterDuration(at, bad)).toThrow(RangeError);
});
