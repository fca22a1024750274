/** A year whose holidays nobody knows is noticed in time: from November on, and every week until it is mended. */
import { expect, test } from 'vitest';
import type { Turn } from '../../src/bot/engine/define.ts';
import type { WarnOfMissingYear } from '../../src/bot/intents/calendar-intents.ts';
import { calendarWarn } from '../../src/commands/calendar-warn.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import { missingYear, missingYears } from '../../src/domain/calendar-years.ts';
import type { Firm } from '../../src/domain/firm.ts';
import type { CalendarId } from '../../src/domain/ids.ts';
import { calendarWeekly } from '../../src/jobs/calendar-weekly.ts';
import { firm, sun } from './firm.ts';

const until = (year: number, zone = firm.zone): Calendar => ({ ...firm.calendar, zone, knows: (one) => one <= year });
const at = (text: string): Date => new Date(text);

test('next year is looked for from 1 November on, on the calendar’s own clock; a year that has begun, always', () => {
  const shanghai = until(2026);
  // Midnight in Shanghai comes thirteen hours before that of New York.
  expect(missingYear(shanghai, at('2026-10-31T15:59:00Z'))).toBeUndefined();
  expect(missingYear(shanghai, at('2026-10-31T16:00:00Z'))).toBe(2027);
  expect(missingYear(until(2026, 'America/New_York'), at('2026-11-01T03:59:00Z'))).toBeUndefined();
  expect(missingYear(shanghai, at('2027-06-01T00:00:00Z'))).toBe(2027);
  expect(missingYear(until(2027), at('2026-12-01T00:00:00Z'))).toBeUndefined();
  expect(missingYear(firm.calendar, at('2026-12-01T00:00:00Z'))).toBeUndefined();
});

const named = (calendars: Readonly<Record<string, Calendar>>): Firm => ({
  ...firm,
  calendars: new Map(Object.entries(calendars).map(([id, calendar]) => [id as CalendarId, calendar])),
});
const lacking = named({ default: until(2026), cn: until(2026), old: until(2025), us: firm.calendar });

test('what is missing is said year by year, with its calendars', () => {
  expect(missingYears(lacking, at('2026-12-01T00:00:00Z'))).toEqual([
    { year: 2026, calendars: ['old'] },
    { year: 2027, calendars: ['default', 'cn'] },
  ]);
});

test('every Monday at nine of the firm’s clock it is asked again, while something is missing', () => {
  const asked = (where: Firm) =>
    calendarWeekly
      .occurrences({ from: at('2026-10-20T00:00:00Z'), until: at('2026-11-17T00:00:00Z'), firm: where })
      .map(({ key, dueAt }) => `${key} ${dueAt.toISOString()}`);
  expect(asked(named({ default: until(2026) }))).toEqual([
    'calendar:2026-W45 2026-11-02T01:00:00.000Z',
    'calendar:2026-W46 2026-11-09T01:00:00.000Z',
    'calendar:2026-W47 2026-11-16T01:00:00.000Z',
  ]);
  expect(asked(named({ default: until(2027) }))).toEqual([]);
});

test('every administrator is told; where nothing is missing any more, nobody is', async () => {
  const decide = (where: Firm) =>
    calendarWarn.decide({ now: at('2026-11-02T01:00:00Z'), firm: where } as Turn<typeof WarnOfMissingYear>);
  expect(await decide(named({ default: until(2026) }))).toMatchObject({
    effects: [
      { to: { person: sun.id }, notice: { type: 'calendar.year-missing', year: 2027, calendars: ['default'] } },
    ],
  });
  expect(await decide(firm)).toEqual({ kind: 'refused', refusal: { type: 'calendar.nothing-missing' } });
});
