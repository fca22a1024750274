/** Files of holidays that a calendar imports. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { specialDaysBetween, workingPeriodsOn } from '../../src/domain/working-time.ts';
import { at, calendar, event, type Folder, folderOfFiles, HOURS, ics, problemsWith } from './calendar-text.ts';

let folder: Folder;
beforeAll(() => {
  folder = folderOfFiles();
});
afterAll(() => folder.end());

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
    folder.put('holidays.ics', `\uFEFF${text}`);
    const own = calendar(`default: { ${HOURS}, import: [holidays.ics], years: [2027] }`, 'default', folder.path);
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
    folder.put(
      'cn.json',
      JSON.stringify({
        year: 2027,
        days: [
          { name: '春节', date: '2027-02-06', isOffDay: true },
          { name: '春节', date: '2027-02-20', isOffDay: false },
        ],
      }),
    );
    folder.put(
      'own.json',
      JSON.stringify({
        '2027-02-06': 'work',
        '2027-06-01..2027-06-02': { off: { 'en-US': 'Outing' } },
        '2027-06-03': { hours: ['09:00-12:00'] },
      }),
    );
    const own = calendar(
      `default: { ${HOURS}, import: [cn.json, own.json], days: { 2027-02-20: off } }`,
      'default',
      folder.path,
    );
    expect(
      ['2027-02-06', '2027-02-20', '2027-06-01', '2027-06-03'].map((day) => workingPeriodsOn(day, own).length),
    ).toEqual([0, 0, 0, 1]);
    expect(own.special?.('2027-06-02')?.name?.['zh-CN']).toBe('Outing');
  });
});

test('mistakes name the file and what is wrong in it', () => {
  folder.put('empty.ics', ics(event('DTSTART:20270308T090000Z', 'SUMMARY:Team call')));
  folder.put('broken.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n');
  folder.put('thirteenth.ics', ics(event('DTSTART;VALUE=DATE:20271301', 'SUMMARY:x')));
  folder.put('broken.json', '{ "2027-02-06": ');
  folder.put('nothing.json', '{}');
  folder.put('wrong.json', '{ "2027-02-30": "off", "2027-03-01": { "work": "sat" } }');
  folder.put('year.json', '{ "year": 2027, "days": [ { "date": "2027-02-30", "isOffDay": true } ] }');
  folder.put(
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
  const said = problemsWith(`default: { ${HOURS}, import: [${files.join(', ')}] }`, folder.path);
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
