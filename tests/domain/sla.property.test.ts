/** Whatever happens to a clock, in whatever order and on whatever calendar: its ledger accounts for every minute. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calendar, SpecialDay } from '../../src/domain/calendar.ts';
import {
  cancelClock,
  type Clock,
  continueClock,
  crossings,
  dueAt,
  markClock,
  meetClock,
  nextCrossings,
  outcomeOf,
  pauseClock,
  promisedFor,
  resumeClock,
  retargetClock,
  startClock,
  stateOf,
  targetOf,
  thresholds,
  usedMs,
} from '../../src/domain/sla.ts';
import { countedIn, ledgerOf } from '../../src/domain/sla-ledger.ts';
import { monday } from './requests.ts';

const MINUTE_MS = 60_000;

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const named = (name: string, periods: SpecialDay['periods']): SpecialDay => ({
  name: { 'zh-CN': name, 'en-US': name },
  periods,
});
/** Two days off in the week, a make-up Saturday, half a day. */
const special: Readonly<Record<string, SpecialDay>> = {
  '2026-11-26': named('festival', []),
  '2026-11-27': named('festival', []),
  '2026-11-28': named('festival', day),
  '2026-12-01': named('half', day.slice(0, 1)),
};
const calendars: readonly Calendar[] = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Auckland'].map(
  (zone) => ({ zone, week: [day, day, day, day, day, [], []], special: (date) => special[date] }),
);

type Move = {
  readonly name: 'pause' | 'resume' | 'meet' | 'continue' | 'cancel' | 'retarget' | 'mark';
  readonly afterMs: number;
  readonly targetMs: number;
};

const ms = (most: number) => fc.integer({ min: 0, max: most * MINUTE_MS });
const move: fc.Arbitrary<Move> = fc.record({
  name: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('pause', 'resume', 'meet', 'continue', 'retarget', 'mark') },
    fc.constant('cancel'),
  ),
  afterMs: ms(900),
  targetMs: ms(3_000),
});
const story = fc.record({
  calendar: fc.constantFrom(...calendars),
  targetMs: ms(3_000),
  moves: fc.array(move, { maxLength: 8 }),
  lastMs: ms(4_000),
});

function does(clock: Clock, { name, targetMs }: Move, calendar: Calendar, now: Date): Clock {
  switch (name) {
    case 'pause':
      return pauseClock(clock, 'waiting-for-client', { now });
    case 'resume':
      return resumeClock(clock, { now });
    case 'meet':
      return meetClock(clock, calendar, { now });
    case 'continue':
      return continueClock(clock, { now });
    case 'cancel':
      return cancelClock(clock, calendar, { now });
    case 'retarget':
      return retargetClock(clock, calendar, targetMs, 'urgent', { now });
    case 'mark':
      return markClock(clock, crossings(clock, calendar, now));
  }
}

const after = (at: Date, more: number): Date => new Date(at.getTime() + more);

/** Every clock on its way, with the moment and the move that made it. */
function tell({ calendar, targetMs, moves: all }: { calendar: Calendar; targetMs: number; moves: readonly Move[] }) {
  const begun = { clock: startClock('resolution', targetMs, { now: monday }), now: monday };
  return all.reduce<{ clock: Clock; now: Date; name?: Move['name']; before?: Clock }[]>(
    (told, one) => {
      const last = told.at(-1) ?? begun;
      const now = after(last.now, one.afterMs);
      return [...told, { clock: does(last.clock, one, calendar, now), now, name: one.name, before: last.clock }];
    },
    [begun],
  );
}

test('the lines of a ledger count exactly what the clock has used, and never less than nothing', () => {
  fc.assert(
    fc.property(story, (one) => {
      for (const { clock, now } of tell(one)) {
        for (const at of [now, after(now, one.lastMs)]) {
          const used = usedMs(clock, one.calendar, at);
          expect(countedIn(ledgerOf(clock, one.calendar, at))).toBe(used);
          expect(used).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 80 },
  );
});

test('lines are only added; what was used stays used, also when it is reopened', () => {
  fc.assert(
    fc.property(story, (one) => {
      for (const { clock, now, before } of tell(one)) {
        if (!before) continue;
        expect(clock.entries.slice(0, before.entries.length)).toEqual(before.entries);
        expect(usedMs(clock, one.calendar, now)).toBe(usedMs(before, one.calendar, now));
      }
    }),
    { numRuns: 80 },
  );
});

test('a clock that does not run has used as much a week later, and nothing is due', () => {
  fc.assert(
    fc.property(story, (one) => {
      for (const { clock, now } of tell(one)) {
        if (stateOf(clock) === 'running') continue;
        expect(usedMs(clock, one.calendar, after(now, 7 * 1_440 * MINUTE_MS))).toBe(usedMs(clock, one.calendar, now));
        expect(dueAt(clock, one.calendar)).toBeUndefined();
        expect(nextCrossings(clock, one.calendar)).toEqual([]);
        expect(crossings(clock, one.calendar, now)).toEqual([]);
      }
    }),
    { numRuns: 80 },
  );
});

test('a pause never makes the due moment come sooner', () => {
  fc.assert(
    fc.property(story, ms(5_000), (one, pausedMs) => {
      const { clock, now } = tell(one).at(-1) ?? { clock: startClock('response', 0, { now: monday }), now: monday };
      const due = dueAt(clock, one.calendar);
      if (!due) return;
      const again = resumeClock(pauseClock(clock, 'need-info', { now }), { now: after(now, pausedMs) });
      expect(dueAt(again, one.calendar)?.getTime()).toBeGreaterThanOrEqual(due.getTime());
    }),
    { numRuns: 80 },
  );
});

test('a threshold comes just when it is said to come: not a millisecond before', () => {
  fc.assert(
    fc.property(story, (one) => {
      const { clock, now } = tell(one).at(-1) ?? { clock: startClock('response', 0, { now: monday }), now: monday };
      for (const { threshold, at } of nextCrossings(clock, one.calendar)) {
        const soon = at > now ? at : now;
        expect(crossings(clock, one.calendar, soon)).toContain(threshold);
        if (at > now) expect(crossings(clock, one.calendar, after(at, -1))).not.toContain(threshold);
      }
      const due = dueAt(clock, one.calendar);
      if (due && due > now) expect(usedMs(clock, one.calendar, due)).toBe(targetOf(clock, one.calendar));
    }),
    { numRuns: 80 },
  );
});

test('each threshold is told once in the life of a clock', () => {
  fc.assert(
    fc.property(story, (one) => {
      const told: number[] = [];
      for (const { name, before, now } of tell(one))
        if (name === 'mark' && before) told.push(...crossings(before, one.calendar, now));
      expect(new Set(told).size).toBe(told.length);
      expect(told.every((threshold) => thresholds.some((known) => known === threshold))).toBe(true);
    }),
    { numRuns: 80 },
  );
});

test('a new target is never below what is used, and late is late by exactly what is over', () => {
  fc.assert(
    fc.property(story, (one) => {
      for (const { clock, name, now } of tell(one)) {
        const { is, usedMs: used, overMs } = outcomeOf(clock, one.calendar, now);
        if (name === 'retarget' && clock.entries.at(-1)?.type === 'retargeted')
          expect(targetOf(clock, one.calendar)).toBeGreaterThanOrEqual(used);
        expect(overMs).toBe(Math.max(0, used - targetOf(clock, one.calendar)));
        if (is === 'met') expect(overMs).toBe(0);
        if (is === 'late') expect(overMs).toBeGreaterThan(0);
      }
    }),
    { numRuns: 80 },
  );
});

test('a server whose clock is set back adds no line before the last, and takes no time away', () => {
  const calendar = calendars[0] ?? { zone: 'UTC', week: [] };
  fc.assert(
    fc.property(story, ms(5_000), (one, backMs) => {
      const { clock, now } = tell(one).at(-1) ?? { clock: startClock('response', 0, { now: monday }), now: monday };
      const back = after(now, -backMs);
      const later = pauseClock(clock, 'need-info', { now: back });
      const moments = later.entries.map(({ notedAt }) => notedAt.getTime());
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(usedMs(later, calendar, back)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

test('a clock that was promised a moment before there was a ledger is due at that moment, and counts like any other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...calendars), ms(20_000), (calendar, promisedMs) => {
      const promisedAt = after(monday, promisedMs);
      const clock: Clock = { kind: 'response', promisedAt, entries: [{ type: 'started', notedAt: monday }], marks: [] };
      const due = promisedFor(clock, calendar);
      expect(usedMs(clock, calendar, promisedAt)).toBe(targetOf(clock, calendar));
      if (targetOf(clock, calendar) > 0) expect(due && due <= promisedAt).toBe(true);
    }),
    { numRuns: 60 },
  );
});
