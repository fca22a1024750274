/** Calendars of the firm file: real holidays, make-up days and half days, and who lives by which. */
import { describe, expect, test } from 'vitest';
import { parseFirm } from '../../src/bot/runtime/firm-file/read.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import { calendarFor, calendarOf } from '../../src/domain/calendars.ts';
import type { ClientId, PersonId } from '../../src/domain/ids.ts';
import {
  addWorking,
  isWorkingDay,
  lastWorkingDayUpTo,
  specialDaysBetween,
  workingBetween,
  workingPeriodsOn,
  workingSpans,
} from '../../src/domain/working-time.ts';
import { at, calendar, HOURS } from './calendar-text.ts';
import { good } from './firm-text.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 7.5 * HOUR_MS;
const china = () => calendar(`default: { country: CN, ${HOURS} }`);
const due = (start: string, ms: number, where: Calendar): string => addWorking(at(start), ms, where).toISOString();

describe('China', () => {
  test('the Golden Week of 2025 takes eight days, and a Sunday before and a Saturday after are worked', () => {
    const cn = china();
    const special = specialDaysBetween(at('2025-09-27T16:00:00Z'), at('2025-10-11T16:00:00Z'), cn);
    expect(special.map(({ day, periods, name }) => [day.slice(5), periods.length > 0, name?.['zh-CN']])).toEqual([
      ['09-28', true, '国庆节调休上班'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05'].map((one) => [one, false, '国庆节']),
      ['10-06', false, '中秋'],
      ...['10-07', '10-08'].map((one) => [one, false, '国庆节']),
      ['10-11', true, '国庆节调休上班'],
    ]);
    // Tuesday 30 September, 17:00, and two hours more: one is left on the day, the other is on Thursday 9 October.
    expect(due('2025-09-30T09:00:00Z', 2 * HOUR_MS, cn)).toBe('2025-10-09T02:00:00.000Z');
    // From Friday 26 September 18:00 three working days: Sunday, Monday, Tuesday.
    expect(due('2025-09-26T10:00:00Z', 3 * DAY_MS, cn)).toBe('2025-09-30T10:00:00.000Z');
  });

  test('the Golden Week of 2026 is made up for on a Sunday in September and a Saturday in October', () => {
    const cn = china();
    const worked = ['2026-09-20', '2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10', '2026-10-11'];
    expect(worked.filter((day) => isWorkingDay(day, cn))).toEqual([
      '2026-09-20',
      '2026-09-30',
      '2026-10-08',
      '2026-10-10',
    ]);
    expect(workingBetween(at('2026-09-30T16:00:00Z'), at('2026-10-11T16:00:00Z'), cn)).toBe(3 * DAY_MS);
  });

  test('Spring Festival of 2026: nine days off between two Saturdays that are worked with the hours of a weekday', () => {
    const cn = china();
    expect(workingPeriodsOn('2026-02-14', cn)).toEqual(workingPeriodsOn('2026-02-13', cn));
    expect(due('2026-02-14T09:30:00Z', HOUR_MS, cn)).toBe('2026-02-24T01:30:00.000Z');
    expect(isWorkingDay('2026-02-28', cn)).toBe(true);
    expect(cn.special?.('2026-02-17')?.name).toEqual({ 'zh-CN': '春节', 'en-US': 'Spring Festival' });
    expect(cn.special?.('2026-02-28')?.name).toEqual({
      'zh-CN': '春节调休上班',
      'en-US': 'Spring Festival (make-up workday)',
    });
  });

  test('only the years that are published are known; in others weekdays are weekdays', () => {
    const cn = china();
    expect([2003, 2004, 2026, 2027].map((year) => cn.knows?.(year))).toEqual([false, true, true, false]);
    expect(isWorkingDay('2027-10-01', cn)).toBe(true);
  });

  test('the last working day of a week is found before a holiday, on a make-up Saturday, or not at all', () => {
    const cn = china();
    expect(lastWorkingDayUpTo('2026-09-25', cn)).toBe('2026-09-24');
    expect(lastWorkingDayUpTo('2026-10-10', cn)).toBe('2026-10-10');
    expect(lastWorkingDayUpTo('2026-10-11', cn)).toBe('2026-10-10');
    expect(lastWorkingDayUpTo('2026-02-20', cn)).toBeUndefined();
  });
});

describe('other countries', () => {
  const newYork = () =>
    calendar(
      `default: { ${HOURS} }, us: { country: US, timezone: America/New_York, hours: { mon-fri: ["09:00-17:00"], sun: ["00:00-04:00"] } }`,
      'us',
    );

  test('the United States rest on the day that stands for a holiday', () => {
    const us = newYork();
    expect(['2026-07-02', '2026-07-03', '2026-11-26', '2026-11-27'].map((day) => isWorkingDay(day, us))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(us.special?.('2026-07-03')?.name).toEqual({
      'zh-CN': 'Independence Day 补休',
      'en-US': 'Independence Day (substitute day)',
    });
    expect(us.special?.('2026-12-25')?.name).toEqual({ 'zh-CN': '圣诞节', 'en-US': 'Christmas Day' });
    expect(us.knows?.(2040)).toBe(true);
  });

  test('a Sunday night has an hour less in New York in spring and one more in autumn', () => {
    const us = newYork();
    const sunday = (day: string): number =>
      [...workingSpans(at(`${day}T03:00:00Z`), at(`${day}T20:00:00Z`), us)].reduce(
        (sum, { from, to }) => sum + to.getTime() - from.getTime(),
        0,
      );
    expect([sunday('2026-03-08'), sunday('2026-11-01'), sunday('2026-11-08')].map((ms) => ms / HOUR_MS)).toEqual([
      3, 5, 4,
    ]);
    // Friday 16:00 and two hours more, over the night of the change: one on Friday, the other in the night of Sunday.
    expect(due('2026-03-06T21:00:00Z', 3 * HOUR_MS, us)).toBe('2026-03-08T07:00:00.000Z');
  });

  test('a region has holidays of its own, and two holidays on one day are one', () => {
    const england = calendar('default: { country: GB-ENG, hours: { mon-fri: ["09:00-17:00"] } }');
    const scotland = calendar('default: { country: GB-SCT, hours: { mon-fri: ["09:00-17:00"] } }');
    expect(
      ['2026-08-03', '2026-08-31'].map((day) => [isWorkingDay(day, england), isWorkingDay(day, scotland)]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(england.special?.('2026-12-28')?.name?.['en-US']).toBe('Boxing Day (substitute day)');
  });

  test('where a holiday begins at one o’clock, the morning is worked', () => {
    const iceland = calendar('default: { country: IS, hours: { mon-fri: ["09:00-12:00", "12:30-17:00"] } }');
    expect(workingPeriodsOn('2026-12-24', iceland)).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '12:30', to: '13:00' },
    ]);
  });
});

describe('days of the firm’s own', () => {
  test('a day off, a range, a make-up day with the hours of Friday and half a day go before the country', () => {
    const own =
      calendar(`default: { country: CN, hours: { mon-thu: ["09:00-18:00"], fri: ["10:00-16:00"] }, years: [2027], days: {
      2027-02-06..2027-02-12: { off: 春节 }, 2027-02-13: { work: fri, name: { zh-CN: 补班, en-US: Make-up day } }, 2027-02-14: work,
      2026-12-24: { hours: ["09:00-12:00"], name: 平安夜 }, 2026-10-01: { hours: ["09:00-10:00"] }, 2027-03-01: off } }`);
    expect(own.special?.('2027-02-12')).toEqual({ periods: [], name: { 'zh-CN': '春节', 'en-US': '春节' } });
    expect(own.special?.('2027-02-13')).toEqual({
      ...{ periods: [{ from: '10:00', to: '16:00' }], name: { 'zh-CN': '补班', 'en-US': 'Make-up day' } },
    });
    expect(workingPeriodsOn('2027-02-14', own)).toEqual([{ from: '09:00', to: '18:00' }]);
    expect(workingPeriodsOn('2026-10-01', own)).toEqual([{ from: '09:00', to: '10:00' }]);
    expect(isWorkingDay('2027-03-01', own)).toBe(false);
    expect([2026, 2027, 2028].map((year) => own.knows?.(year))).toEqual([true, true, false]);
    // Christmas Eve, 11:00, and two hours more: one in the morning, the other on Friday from ten.
    expect(due('2026-12-24T03:00:00Z', 2 * HOUR_MS, own)).toBe('2026-12-25T03:00:00.000Z');
  });

  test('a calendar without hours has those of default, and without country or import there is nothing to miss', () => {
    const bare = calendar(`default: { ${HOURS} }, other: { days: { 2027-02-06: off } }`, 'other');
    expect(bare.week).toEqual(calendar(`default: { ${HOURS} }`).week);
    expect(bare.knows?.(2050)).toBe(true);
  });

  test('people, departments and clients each have their calendar, people in their own zone', () => {
    const text = good
      .replace(
        /calendars: .*/,
        `calendars: { default: { ${HOURS} }, us: { country: US }, gb: { country: GB-ENG, timezone: Europe/London } }`,
      )
      .replace('head: li', 'head: li, calendar: us')
      .replace('name: Zhao,', 'name: Zhao, department: strategy, calendar: gb, timezone: Europe/Paris,')
      .replace('manager: li', 'manager: li, calendar: gb');
    const firm = parseFirm(text, 'steward.yaml');
    expect(['li', 'zhao', 'ann'].map((id) => firm.people.get(id as PersonId)?.calendar)).toEqual([
      'us',
      'gb',
      undefined,
    ]);
    expect(calendarOf('zhao' as PersonId, firm).zone).toBe('Europe/Paris');
    expect(isWorkingDay('2026-11-26', calendarOf('li' as PersonId, firm))).toBe(false);
    expect(calendarFor('globex' as ClientId, firm).zone).toBe('Europe/London');
    expect(firm.people.get('li' as PersonId)?.zoneFrom).toBe('firm');
    expect(firm.people.get('zhao' as PersonId)?.zoneFrom).toBeUndefined();
  });
});
