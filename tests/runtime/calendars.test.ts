/** Calendars of the firm file: real holidays, make-up days and half days, imports, and what is wrong said with its place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseFirm } from '../../src/bot/runtime/firm-file/read.ts';
import { ConfigProblems } from '../../src/bot/runtime/problems.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import { calendarFor, calendarOf } from '../../src/domain/calendars.ts';
import type { CalendarId, ClientId, PersonId } from '../../src/domain/ids.ts';
import {
  addWorking,
  isWorkingDay,
  lastWorkingDayUpTo,
  specialDaysBetween,
  workingBetween,
  workingPeriodsOn,
  workingSpans,
} from '../../src/domain/working-time.ts';
import { good } from './firm-text.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 7.5 * HOUR_MS;
const HOURS = 'hours: { mon-fri: ["09:00-12:00", "13:30-18:00"] }';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calendars-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const beside = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

function firmWith(calendars: string) {
  return parseFirm(good.replace(/calendars: .*/, `calendars: { ${calendars} }`), 'steward.yaml', folder);
}

function calendar(settings: string, name = 'default'): Calendar {
  const found = firmWith(settings).calendars.get(name as CalendarId);
  if (!found) throw new Error(`no calendar ${name}`);
  return found;
}

function problemsWith(calendars: string): readonly string[] {
  try {
    firmWith(calendars);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    return error.problems.map(({ at, what, hint }) => `${at.replace(/, \d.*/, '')}: ${what} → ${hint}`);
  }
}

const china = () => calendar(`default: { country: CN, ${HOURS} }`);
const at = (text: string): Date => new Date(text);
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

const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const ics = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');

describe('imports', () => {
  test('a calendar file: its whole days are off, its make-up days worked, its end not included, its appointments nothing', () => {
    const text = ics(
      event('DTSTART;VALUE=DATE:20270206', 'DTEND;VALUE=DATE:20270213', 'SUMMARY:春节（休）'),
      event('DTSTART;VALUE=DATE:20270220', 'SUMMARY:春节(班)'),
      event('DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY', 'SUMMARY:Labour Day'),
      event('DTSTART;VALUE=DATE:20270306', 'SUMMARY:Special non-working day'),
      event('DTSTART:20270308T090000Z', 'DTEND:20270308T100000Z', 'SUMMARY:Team call'),
      event('DTSTART;VALUE=DATE:20270309', 'STATUS:CANCELLED', 'SUMMARY:Gone'),
    );
    beside('holidays.ics', `\uFEFF${text}`);
    const own = calendar(`default: { ${HOURS}, import: [holidays.ics], years: [2027] }`);
    expect(
      specialDaysBetween(at('2026-12-31T16:00:00Z'), at('2027-12-31T16:00:00Z'), own).map(({ day, periods, name }) => [
        day,
        periods.length,
        name?.['zh-CN'],
      ]),
    ).toEqual([
      ...['06', '07', '08', '09', '10', '11', '12'].map((one) => [`2027-02-${one}`, 0, '春节']),
      ['2027-02-20', 2, '春节(班)'],
      ['2027-03-06', 0, 'Special non-working day'],
      ['2027-05-01', 0, 'Labour Day'],
    ]);
    expect([2026, 2027].map((year) => own.knows?.(year))).toEqual([false, true]);
  });

  test('JSON of both shapes, days before imports and the first import before the second', () => {
    beside(
      'cn.json',
      JSON.stringify({
        year: 2027,
        days: [
          { name: '春节', date: '2027-02-06', isOffDay: true },
          { name: '春节', date: '2027-02-20', isOffDay: false },
        ],
      }),
    );
    beside(
      'own.json',
      JSON.stringify({
        '2027-02-06': 'work',
        '2027-06-01..2027-06-02': { off: { 'en-US': 'Outing' } },
        '2027-06-03': { hours: ['09:00-12:00'] },
      }),
    );
    const own = calendar(`default: { ${HOURS}, import: [cn.json, own.json], days: { 2027-02-20: off } }`);
    expect(
      ['2027-02-06', '2027-02-20', '2027-06-01', '2027-06-03'].map((day) => workingPeriodsOn(day, own).length),
    ).toEqual([0, 0, 0, 1]);
    expect(own.special?.('2027-06-02')?.name?.['zh-CN']).toBe('Outing');
  });
});

describe('mistakes', () => {
  const day = (key: string, what: string): string => `default: { ${HOURS}, days: { ${key}: ${what} } }`;

  test.each([
    ['default: { country: CN }', 'calendars.default.hours: it is missing → write a block of settings here'],
    [`default: { country: USA, ${HOURS} }`, 'calendars.default.country: there is no country “USA” → did you mean US?'],
    [
      `default: { country: Chian, ${HOURS} }`,
      'calendars.default.country: there is no country “Chian” → did you mean CN?',
    ],
    [
      `default: { country: GB-ENGL, ${HOURS} }`,
      'calendars.default.country: GB has no region “ENGL” → did you mean ENG?',
    ],
    [
      `default: { country: CN-SH, ${HOURS} }`,
      'calendars.default.country: China is one country here, without regions → write CN, and what is special where you are into days',
    ],
    [`default: { ${HOURS}, day: {} }`, 'calendars.default.day: there is no such setting here → did you mean days?'],
    [
      `default: { ${HOURS}, timezone: Asia/Shanghia }`,
      'calendars.default.timezone: “Asia/Shanghia” is not a time zone → did you mean Asia/Shanghai?',
    ],
    [
      day('2027-02-30', 'off'),
      'calendars.default.days.2027-02-30: there is no day 2027-02-30 → look it up in a calendar',
    ],
    [
      day('2027-2-3', 'off'),
      'calendars.default.days.2027-2-3: “2027-2-3” is not a day → year, month and day: 2027-02-06, or a range 2027-02-06..2027-02-12',
    ],
    [
      day('2027-02-12..2027-02-06', 'off'),
      'calendars.default.days.2027-02-12..2027-02-06: 2027-02-12 comes after 2027-02-06 → write 2027-02-06..2027-02-12',
    ],
    [
      day('2027-02-12..2072-02-06', 'off'),
      'calendars.default.days.2027-02-12..2072-02-06: “2027-02-12..2072-02-06” is longer than a year → check the years of both days',
    ],
    [
      day('2027-02-06..2027-02-12: off, 2027-02-10', 'work'),
      'calendars.default.days.2027-02-10: 2027-02-10 is described twice → describe each day once',
    ],
    [
      day('2027-02-06', '{ work: sat }'),
      'calendars.default.days.2027-02-06.work: sat has no hours to work by → a weekday that has some: mon, tue, wed, thu, fri',
    ],
    [
      day('2027-02-06', '{ work: fry }'),
      'calendars.default.days.2027-02-06.work: “fry” is not a weekday → did you mean fri?',
    ],
    [
      day('2027-02-06', '{ off: a, work: fri }'),
      'calendars.default.days.2027-02-06: a day is one of three: off, work or hours → ',
    ],
    [
      day('2027-02-06', '{ hours: ["09:00-12:00", "11:00-13:00"] }'),
      'calendars.default.days.2027-02-06.hours[1]: “11:00-13:00” overlaps “09:00-12:00” → let one end where the next begins',
    ],
    [day('2027-02-06', 'of'), 'calendars.default.days.2027-02-06: “of” is not possible here → did you mean off?'],
  ])('in “%s” are said with their place and a remedy', (settings, answer) => {
    expect(problemsWith(settings)).toContain(answer);
  });

  test('of imports name the file and what is wrong in it', () => {
    beside('empty.ics', ics(event('DTSTART:20270308T090000Z', 'SUMMARY:Team call')));
    beside('broken.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n');
    beside('thirteenth.ics', ics(event('DTSTART;VALUE=DATE:20271301', 'SUMMARY:x')));
    beside('broken.json', '{ "2027-02-06": ');
    beside('nothing.json', '{}');
    beside('wrong.json', '{ "2027-02-30": "off", "2027-03-01": { "work": "sat" } }');
    beside('year.json', '{ "year": 2027, "days": [ { "date": "2027-02-30", "isOffDay": true } ] }');
    beside(
      'both.json',
      '{ "days": [ { "date": "2027-02-01", "isOffDay": true }, { "date": "2027-02-01", "isOffDay": false } ] }',
    );
    const files = [
      'gone.ics',
      'list.csv',
      'empty.ics',
      'broken.ics',
      'thirteenth.ics',
      'broken.json',
      'nothing.json',
      'wrong.json',
      'year.json',
      'both.json',
    ];
    const said = problemsWith(`default: { ${HOURS}, import: [${files.join(', ')}] }`);
    expect(said.map((one) => one.replace('calendars.default.import', ''))).toEqual([
      expect.stringMatching(/^\[0\]: “gone.ics” is not there → its path is seen from the firm file: /),
      '[1]: “list.csv” is neither .ics nor .json → export the holidays as one of the two',
      '[2]: “empty.ics” holds nothing → holidays are all-day events',
      '[3]: “broken.ics” has a mistake at its beginning: invalid ical body. component began but did not end → export it again as an iCalendar file (.ics)',
      '[4]: “thirteenth.ics” has a mistake at its beginning: there is no day 2027-13-01 → export it again as an iCalendar file (.ics)',
      expect.stringMatching(/^\[5\]: “broken.json” has a mistake at its beginning: it is not JSON: /),
      '[6]: “nothing.json” holds nothing → write days: { "2027-02-06": "off" }',
      '[7]: “wrong.json” has a mistake at 2027-02-30: there is no day 2027-02-30 → look it up in a calendar',
      '[7]: “wrong.json” has a mistake at 2027-03-01.work: sat has no hours to work by → a weekday that has some: mon, tue, wed, thu, fri',
      expect.stringMatching(/^\[8\]: “year.json” has a mistake at days\[0\].date: this is not a day/),
      '[9]: “both.json” has a mistake at days[1]: 2027-02-01 is both off and worked → keep one of the two',
    ]);
  });

  test('a calendar that nobody has is said where it is named', () => {
    const text = good
      .replace('head: li', 'head: li, calendar: defualt')
      .replace('manager: li', 'manager: li, calendar: us')
      .replace('name: Zhao,', 'name: Zhao, calendar: us,');
    try {
      parseFirm(text, 'steward.yaml');
      expect.unreachable();
    } catch (error) {
      expect(
        (error as ConfigProblems).problems.map(({ at: place, what, hint }) => `${place}: ${what} → ${hint}`),
      ).toEqual([
        'departments[0].calendar, 3:63: there is no calendar “defualt” → did you mean default?',
        'people[1].calendar, 6:39: there is no calendar “us” → known here: default',
        'clients[0].calendar, 7:63: there is no calendar “us” → known here: default',
      ]);
    }
  });
});
