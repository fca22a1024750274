/** Mistakes in calendars are named with their place and a remedy. */
import { describe, expect, test } from 'vitest';
import { problemsWith, HOURS } from './calendar-text.ts';
import { good, problemsOf } from './firm-text.ts';

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

  test('a calendar that nobody has is said where it is named', () => {
    const text = good
      .replace('head: li', 'head: li, calendar: defualt')
      .replace('manager: li', 'manager: li, calendar: us')
      .replace('name: Zhao,', 'name: Zhao, calendar: us,');
    expect(problemsOf(text)).toEqual([
      'departments[0].calendar, 3:63: there is no calendar “defualt” → did you mean default?',
      'people[1].calendar, 6:39: there is no calendar “us” → known here: default',
      'clients[0].calendar, 7:63: there is no calendar “us” → known here: default',
    ]);
  });
});
