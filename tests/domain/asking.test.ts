/** When people are asked: at the configured moment of their own time, or on the last working day before it; and until when they may answer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askOf,
  dailyAsk,
  dueOf,
  isFuture,
  milestoneAsk,
  nextAsk,
  periodAt,
  periodBefore,
  weeklyAsk,
} from '../../src/domain/asking.ts';
import type { Calendar, Period as Hours, SpecialDay } from '../../src/domain/calendar.ts';
import type { Cadence, Plan, WeeklyMoment } from '../../src/domain/project.ts';
import { isWorkingDay } from '../../src/domain/working-time.ts';
import { dayAt, isoWeekAt, momentInWeek, momentOfDay, wallClock, weekAfter } from '../../src/domain/zoned-time.ts';
import { firm } from './firm.ts';
import { rollout } from './reports.ts';

const weekly: Cadence = { ...firm.progress, template: 'weekly' };
const daily: Cadence = { ...firm.progress, template: 'daily', ask: { weekday: 1, time: '17:30' } };
const milestone: Cadence = { ...firm.progress, template: 'milestone' };
const plan = (cadence: Cadence): Plan => ({ cadence, milestones: rollout.milestones });

const off = (...days: readonly string[]): ReadonlyMap<string, SpecialDay> =>
  new Map(days.map((day) => [day, { periods: [] }]));

function on(zone: string, special: ReadonlyMap<string, SpecialDay> = new Map()): Calendar {
  return { ...firm.calendar, zone, special: (day) => special.get(day) };
}

const shanghai = on('Asia/Shanghai');
const morningOnly: SpecialDay = { periods: [{ from: '09:00', to: '12:00' }] };
const asked = (week: `${number}-W${string}`, calendar: Calendar, cadence = weekly): string => {
  const { at, skip } = weeklyAsk(cadence, week, calendar);
  return skip ?? wallClock(at, calendar.zone);
};

describe('the week', () => {
  test('is asked about on Friday at four, before and after the clocks of New York go back', () => {
    const newYork = on('America/New_York');
    expect(weeklyAsk(weekly, '2026-W44', newYork).at).toEqual(new Date('2026-10-30T20:00:00Z'));
    expect(weeklyAsk(weekly, '2026-W45', newYork).at).toEqual(new Date('2026-11-06T21:00:00Z'));
  });

  test('is asked about before Golden Week, not in it; a make-up Saturday changes nothing about Friday', () => {
    const goldenWeek = off(...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`));
    const makeUp: readonly [string, SpecialDay][] = [['2026-10-10', { periods: firm.calendar.week[0] ?? [] }]];
    const calendar = on('Asia/Shanghai', new Map([...goldenWeek, ...makeUp]));
    expect(asked('2026-W40', calendar)).toBe('2026-09-30 16:00');
    expect(asked('2026-W41', calendar)).toBe('2026-10-09 16:00');
    expect(asked('2026-W41', calendar, { ...weekly, ask: { weekday: 6, time: '16:00' } })).toBe('2026-10-10 16:00');
  });

  test('is skipped where nobody works up to the day of the question', () => {
    const week = ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'];
    expect(asked('2027-W06', on('Asia/Shanghai', off(...week)))).toBe('no-working-day');
    const friday = on('Asia/Shanghai', off(...week.slice(0, 4)));
    expect(asked('2027-W06', friday, { ...weekly, ask: { weekday: 4, time: '10:00' } })).toBe('no-working-day');
  });

  test('on half a day is asked about before the day’s work ends', () => {
    expect(asked('2026-W53', on('Asia/Shanghai', new Map([['2027-01-01', morningOnly]])))).toBe('2027-01-01 12:00');
    const holiday = new Map([...off('2027-01-01'), ['2026-12-31', morningOnly] as const]);
    expect(asked('2026-W53', on('Asia/Shanghai', holiday))).toBe('2026-12-31 12:00');
    expect(asked('2026-W53', shanghai, { ...weekly, ask: { weekday: 5, time: '19:00' } })).toBe('2027-01-01 19:00');
  });
});

test('a day is asked about when somebody works, and is no period when not', () => {
  expect(dailyAsk(daily, '2026-11-27', shanghai)?.at).toEqual(momentOfDay('2026-11-27', '17:30', 'Asia/Shanghai'));
  expect(dailyAsk(daily, '2026-11-28', shanghai)).toBeUndefined();
});

test('a milestone is asked about on its day, or before the holiday it falls into, also in another week', () => {
  const of = (day: string) => {
    const { at } = milestoneAsk(milestone, { id: 'm', name: { 'zh-CN': '一', 'en-US': 'One' }, day }, shanghai);
    return wallClock(at, 'Asia/Shanghai');
  };
  expect(of('2026-12-01')).toBe('2026-12-01 16:00');
  expect(of('2026-11-29')).toBe('2026-11-27 16:00');
});

describe('the grace', () => {
  const friday = momentOfDay('2026-11-27', '16:00', 'Asia/Shanghai');
  const due = (cadence: Cadence, period: string, at: Date, calendar = shanghai): string =>
    wallClock(dueOf(plan(cadence), period, at, calendar), calendar.zone);

  test('of a week ends at its moment of the next one, on a working day', () => {
    expect(due(weekly, '2026-W48', friday)).toBe('2026-11-30 10:00');
    expect(due(weekly, '2026-W48', friday, on('Asia/Shanghai', off('2026-11-30')))).toBe('2026-12-01 10:00');
  });

  test('of a day and of a milestone ends on the next working day', () => {
    expect(due(daily, '2026-11-27', momentOfDay('2026-11-27', '15:30', 'Asia/Shanghai'))).toBe('2026-11-30 10:00');
    expect(due(milestone, 'kickoff', momentOfDay('2026-12-01', '16:00', 'Asia/Shanghai'))).toBe('2026-12-02 10:00');
  });

  test('is never over before whoever was asked late could be reminded', () => {
    expect(due(weekly, '2026-W48', momentOfDay('2026-11-30', '09:30', 'Asia/Shanghai'))).toBe('2026-11-30 15:00');
  });
});

describe('the next one', () => {
  const next = (cadence: Cadence, period: string) => {
    const at = nextAsk(plan(cadence), period, shanghai);
    return at && wallClock(at, 'Asia/Shanghai');
  };

  test('is asked for a week later, on the next working day, or at the next milestone', () => {
    expect(next(weekly, '2026-W48')).toBe('2026-12-04 16:00');
    expect(next(daily, '2026-11-27')).toBe('2026-11-30 17:30');
    expect(next(milestone, 'kickoff')).toBe('2027-01-15 16:00');
    expect(next(milestone, 'pilot')).toBeUndefined();
  });

  test('and the one before is a week, a working day or a milestone back', () => {
    expect(periodBefore(plan(weekly), '2027-W01', shanghai)).toBe('2026-W53');
    expect(periodBefore(plan(daily), '2026-11-30', shanghai)).toBe('2026-11-27');
    expect(periodBefore(plan(milestone), 'pilot', shanghai)).toBe('kickoff');
    expect(periodBefore(plan(milestone), 'kickoff', shanghai)).toBeUndefined();
  });
});

test('what goes on now is this week, today, and the next milestone or else the last', () => {
  const now = momentOfDay('2026-12-02', '10:00', 'Asia/Shanghai');
  expect([weekly, daily, milestone].map((cadence) => periodAt(plan(cadence), now, shanghai))).toEqual([
    ...['2026-W49', '2026-12-02', 'pilot'],
  ]);
  const after = momentOfDay('2027-06-01', '10:00', 'Asia/Shanghai');
  expect(periodAt(plan(milestone), after, shanghai)).toBe('pilot');
  const future = (cadence: Cadence, period: string) => isFuture(plan(cadence), period, now, shanghai);
  expect([future(weekly, '2026-W49'), future(weekly, '2026-W50')]).toEqual([false, true]);
  expect([future(daily, '2026-12-02'), future(daily, '2026-12-03')]).toEqual([false, true]);
  expect([future(milestone, 'kickoff'), future(milestone, 'pilot')]).toEqual([false, true]);
});

test('what is no period of the plan is not asked about', () => {
  expect(askOf(plan(weekly), '2026-W54', shanghai)).toBeUndefined();
  expect(askOf(plan(milestone), 'launch', shanghai)).toBeUndefined();
  expect(askOf(plan(daily), '2026-11-28', shanghai)).toBeUndefined();
});

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;
const more = ['America/Sao_Paulo', 'Pacific/Apia', 'Africa/Cairo', 'America/St_Johns', 'Pacific/Kiritimati'] as const;

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 0, maxLength: 6 })
  .map((halves): readonly Hours[] => {
    const edges = halves
      .toSorted((a, b) => a - b)
      .map((n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
    return edges.flatMap((from, n) =>
      n % 2 === 0 && edges[n + 1] !== undefined ? [{ from, to: edges[n + 1] ?? '' }] : [],
    );
  });

const anyWeek = fc.integer({ min: 0, max: 156 }).map((n) => weekAfter('2026-W01', n));
const anyMoment = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  time: fc
    .integer({ min: 0, max: 1439 })
    .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`),
}) as fc.Arbitrary<WeeklyMoment>;

test('in any week, zone and calendar the question lies in that week, on a working day, never after its moment; or the week is skipped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones, ...more),
      fc.array(hours, { minLength: 7, maxLength: 7 }),
      fc.dictionary(fc.integer({ min: 0, max: 6 }).map(String), hours),
      anyWeek,
      anyMoment,
      (zone, week, odd, period, ask) => {
        const base: Calendar = { zone, week };
        const monday = momentInWeek(period, { weekday: 1, time: '12:00' }, zone);
        const special = new Map(
          Object.entries(odd).map(([n, periods]) => [
            dayAt(new Date(monday.getTime() + Number(n) * 86_400_000), zone),
            { periods },
          ]),
        );
        const calendar: Calendar = { ...base, special: (day) => special.get(day) };
        const { at, skip } = weeklyAsk({ ...weekly, ask }, period, calendar);
        const chosen = momentInWeek(period, ask, zone);
        expect(isoWeekAt(at, zone)).toBe(period);
        expect(at <= chosen).toBe(true);
        const upTo = Array.from({ length: ask.weekday }, (_, n) =>
          dayAt(momentInWeek(period, { weekday: (n + 1) as 1, time: '12:00' }, zone), zone),
        );
        expect(skip === undefined).toBe(upTo.some((day) => isWorkingDay(day, calendar)));
        if (skip !== undefined) return;
        expect(isWorkingDay(dayAt(at, zone), calendar)).toBe(true);
        if (isWorkingDay(dayAt(chosen, zone), calendar)) expect(dayAt(at, zone)).toBe(dayAt(chosen, zone));
      },
    ),
    { numRuns: 400 },
  );
});
