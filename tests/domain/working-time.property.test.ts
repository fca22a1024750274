/** Working time against a clock on the wall, looked at minute by minute: fourteen zones, three years, calendars of every kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, Period } from '../../src/domain/calendar.ts';
import { addWorking, isWorking, workingBetween, workingSpans } from '../../src/domain/working-time.ts';
import {
  BEGIN,
  MINUTE_MS,
  MINUTES,
  type Minutes,
  minutesOf,
  type Plan,
  type Walls,
  wallsOf,
} from './minute-by-minute.ts';

/** Clocks that never change, that change by half an hour, at midnight, for Ramadan, and that stand on quarters of an hour. */
const zones = [
  ...['America/New_York', 'America/Sao_Paulo', 'America/Santiago', 'Europe/London', 'Africa/Casablanca', 'Asia/Beirut'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham'],
  ...['Pacific/Apia', 'America/Nuuk'],
];
const walls = new Map<string, Walls>(zones.map((zone) => [zone, wallsOf(zone)]));

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Often in the hours in which clocks change, and on their borders. */
const border = fc.oneof(
  fc.constantFrom(0, 30, 60, 90, 105, 120, 135, 150, 165, 180, 225, 1380, 1410, 1440),
  fc.integer({ min: 0, max: 1440 }),
);
const periods: fc.Arbitrary<readonly Period[]> = fc.uniqueArray(border, { maxLength: 6 }).map((borders) => {
  const inOrder = borders.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(inOrder.length / 2) }, (_, n) => ({
    from: clock(inOrder[2 * n] ?? 0),
    to: clock(inOrder[2 * n + 1] ?? 0),
  }));
});
const day = fc
  .integer({ min: 0, max: MINUTES / 1440 - 1 })
  .map((n) => new Date(BEGIN + n * 1440 * MINUTE_MS).toISOString().slice(0, 10));
/** Days off, make-up days on a weekend, half days. */
const special = fc
  .array(fc.tuple(day, fc.oneof(fc.constant<readonly Period[]>([]), periods)), { maxLength: 80 })
  .map((days) => new Map(days));
const plan: fc.Arbitrary<Plan> = fc
  .record({ week: fc.array(periods, { minLength: 7, maxLength: 7 }), special })
  .filter(({ week }) => week.some((one) => one.length > 0));

type Bench = { readonly calendar: Calendar; readonly minutes: Minutes };

function benchOf(zone: string, sketch: Plan): Bench {
  const calendar: Calendar = {
    ...{ zone, week: sketch.week },
    special: (date) => {
      const found = sketch.special.get(date);
      return found === undefined ? undefined : { periods: found };
    },
  };
  return { calendar, minutes: minutesOf(walls.get(zone) ?? wallsOf(zone), sketch) };
}

const at = (minute: number): Date => new Date(BEGIN + minute * MINUTE_MS);
const minute = fc.integer({ min: 0, max: MINUTES - 1 });
/** Many questions to one calendar: making its minutes is the slow part. */
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 20, maxLength: 20 });

describe.each(zones)('in %s', (zone) => {
  test('every minute of three years works or not as the clock on the wall says', () => {
    fc.assert(
      fc.property(plan, (sketch) => {
        const { calendar, minutes } = benchOf(zone, sketch);
        const found = new Uint8Array(MINUTES);
        let before = 0;
        for (const { from, to } of workingSpans(at(0), at(MINUTES), calendar)) {
          const [begins, ends] = [from, to].map((one) => (one.getTime() - BEGIN) / MINUTE_MS) as [number, number];
          expect(before <= begins && begins < ends).toBe(true);
          found.fill(1, begins, ends);
          before = ends;
        }
        expect(Buffer.compare(found, minutes.works)).toBe(0);
      }),
      { numRuns: 2 },
    );
  });

  test('what lies between two moments, what a length leads to, and what works now are counted alike', () => {
    const question = fc.record({
      from: minute,
      to: minute,
      length: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 80_000 })),
    });
    fc.assert(
      fc.property(plan, many(question), (sketch, questions) => {
        const { calendar, minutes } = benchOf(zone, sketch);
        for (const { from, to, length } of questions) {
          const near = Math.min(MINUTES, from + (to % 60_000));
          const counted = (minutes.before[near] ?? 0) - (minutes.before[from] ?? 0);
          expect(workingBetween(at(from), at(near), calendar)).toBe(counted * MINUTE_MS);
          expect(isWorking(at(from), calendar)).toBe(minutes.works[from] === 1);
          const expected = minutes.after(from, length);
          if (expected !== undefined) expect(addWorking(at(from), length * MINUTE_MS, calendar)).toEqual(at(expected));
        }
      }),
      { numRuns: 2 },
    );
  });
});

describe('laws, to the millisecond', () => {
  const calendar: fc.Arbitrary<Calendar> = fc.tuple(fc.constantFrom(...zones), plan).map(([zone, sketch]) => ({
    ...{ zone, week: sketch.week },
    special: (date: string) => {
      const found = sketch.special.get(date);
      return found === undefined ? undefined : { periods: found };
    },
  }));
  const moment = fc.integer({ min: 0, max: MINUTES * MINUTE_MS - 1 }).map((ms) => new Date(BEGIN + ms));
  const length = fc.integer({ min: 1, max: 40 * 3_600_000 });

  test('a length added is a length counted', () => {
    fc.assert(
      fc.property(calendar, moment, length, (one, start, ms) => {
        const due = addWorking(start, ms, one);
        expect(workingBetween(start, due, one)).toBe(ms);
        expect(workingBetween(due, start, one)).toBe(-ms);
        expect(isWorking(new Date(due.getTime() - 1), one)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('two lengths one after the other are both at once', () => {
    fc.assert(
      fc.property(calendar, moment, length, length, (one, start, first, second) => {
        expect(addWorking(addWorking(start, first, one), second, one)).toEqual(addWorking(start, first + second, one));
      }),
      { numRuns: 150 },
    );
  });

  test('a later beginning is never due earlier, and a longer length never before a shorter one', () => {
    fc.assert(
      fc.property(
        calendar,
        moment,
        fc.integer({ min: 0, max: 86_400_000 }),
        length,
        length,
        (one, start, later, ms, more) => {
          const due = addWorking(start, ms, one).getTime();
          expect(addWorking(new Date(start.getTime() + later), ms, one).getTime()).toBeGreaterThanOrEqual(due);
          expect(addWorking(start, ms + more, one).getTime()).toBeGreaterThan(due);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('what lies between first and last is what lies before and after any moment in between', () => {
    fc.assert(
      fc.property(calendar, moment, fc.nat(10 * 86_400_000), fc.nat(10 * 86_400_000), (one, first, a, b) => {
        const middle = new Date(first.getTime() + a);
        const last = new Date(middle.getTime() + b);
        expect(workingBetween(first, middle, one) + workingBetween(middle, last, one)).toBe(
          workingBetween(first, last, one),
        );
      }),
      { numRuns: 150 },
    );
  });
});
