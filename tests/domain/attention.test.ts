/** When somebody is left alone: evenings, nights and days on which they do not work, by their own clock. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietUntil } from '../../src/domain/attention.ts';
import type { Firm } from '../../src/domain/firm.ts';
import { firm, li, xu } from './firm.ts';

const at = (text: string): Date => new Date(text);
const until = (text: string, person = li.id, of: Firm = firm): string | undefined =>
  quietUntil(at(text), person, of)?.toISOString();

test('on a working day from eight to eight somebody may be spoken to', () => {
  expect(until('2026-11-25T08:00:00+08:00')).toBeUndefined();
  expect(until('2026-11-25T19:59:59+08:00')).toBeUndefined();
});

test('an evening and an early morning wait until eight', () => {
  expect(until('2026-11-25T20:00:00+08:00')).toBe('2026-11-26T00:00:00.000Z');
  expect(until('2026-11-26T07:59:59+08:00')).toBe('2026-11-26T00:00:00.000Z');
});

test('Friday evening and the whole weekend wait until Monday', () => {
  for (const moment of ['2026-11-27T20:00:00+08:00', '2026-11-28T12:00:00+08:00', '2026-11-29T23:59:00+08:00'])
    expect(until(moment)).toBe('2026-11-30T00:00:00.000Z');
});

test('a holiday is left alone, and a make-up Saturday is a day like any other', () => {
  const day = (firm.calendar.week[0] ?? []).slice();
  const special = (date: string) => ({ '2026-11-26': { periods: [] }, '2026-11-28': { periods: day } })[date];
  const holidays: Firm = { ...firm, calendar: { ...firm.calendar, special } };
  expect(until('2026-11-26T12:00:00+08:00', li.id, holidays)).toBe('2026-11-27T00:00:00.000Z');
  expect(until('2026-11-28T12:00:00+08:00', li.id, holidays)).toBeUndefined();
});

test('everybody’s evening is their own: in New York it is still the afternoon', () => {
  expect(until('2026-11-25T20:00:00-05:00', xu.id)).toBe('2026-11-26T13:00:00.000Z');
  expect(until('2026-11-25T15:00:00-05:00', xu.id)).toBeUndefined();
});

test('a firm without quiet hours is never quiet, and nobody waits for a morning that never comes', () => {
  const { quiet: _quiet, ...loud } = firm;
  expect(until('2026-11-28T03:00:00+08:00', li.id, loud)).toBeUndefined();
  const never: Firm = { ...firm, calendar: { ...firm.calendar, week: [[], [], [], [], [], [], []] } };
  expect(until('2026-11-28T03:00:00+08:00', li.id, never)).toBeUndefined();
});

test('what waits comes at a moment at which nothing has to wait, and not before', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at('2025-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z'), noInvalidDate: true }),
      fc.constantFrom(li.id, xu.id),
      (moment, person) => {
        const morning = quietUntil(moment, person, firm);
        if (morning === undefined) return;
        expect(morning.getTime()).toBeGreaterThan(moment.getTime());
        expect(quietUntil(morning, person, firm)).toBeUndefined();
        expect(quietUntil(new Date(morning.getTime() - 1), person, firm)).toEqual(morning);
      },
    ),
    { numRuns: 500 },
  );
});
