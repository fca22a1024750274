/** What time asks every week: at the right hour of everybody's own clock, once, and never forgotten. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Firm, Person } from '../../src/domain/firm.ts';
import { cardsNightly } from '../../src/jobs/cards-nightly.ts';
import { jobs } from '../../src/jobs/index.ts';
import { progressDigestWeekly } from '../../src/jobs/progress-digest-weekly.ts';
import { progressDaily } from '../../src/jobs/progress-daily.ts';
import { progressMilestone } from '../../src/jobs/progress-milestone.ts';
import { progressWeekly } from '../../src/jobs/progress-weekly.ts';
import { wallClock } from '../../src/domain/zoned-time.ts';
import { ann, chen, digital, firm, li, wang, xu, zhao } from '../domain/firm.ts';
import { withProject } from '../domain/reports.ts';

const DAY_MS = 86_400_000;

type Occurrences = ReturnType<(typeof progressWeekly)['occurrences']>;

function asked(from: string, until: string, job = progressWeekly, where: Firm = firm): Occurrences {
  return job.occurrences({ from: new Date(from), until: new Date(until), firm: where });
}

function momentsOf(occurrences: Occurrences, person: Person): readonly string[] {
  return occurrences
    .filter((one) => one.person === person.id)
    .map(({ dueAt }) => dueAt.toISOString())
    .toSorted();
}

describe('the weekly question', () => {
  test('comes on Friday at 16:00 of one’s own clock, in winter as in summer', () => {
    const autumn = asked('2026-10-19T00:00:00Z', '2026-11-09T00:00:00Z');
    // The clocks of London go back on 25 October, those of New York on 1 November, those of Shanghai never.
    expect(momentsOf(autumn, chen)).toEqual([
      '2026-10-23T15:00:00.000Z',
      '2026-10-30T16:00:00.000Z',
      '2026-11-06T16:00:00.000Z',
    ]);
    expect(momentsOf(autumn, xu)).toEqual([
      '2026-10-23T20:00:00.000Z',
      '2026-10-30T20:00:00.000Z',
      '2026-11-06T21:00:00.000Z',
    ]);
    expect(momentsOf(autumn, wang)).toEqual([
      '2026-10-23T08:00:00.000Z',
      '2026-10-30T08:00:00.000Z',
      '2026-11-06T08:00:00.000Z',
    ]);
  });

  test('is for those who work on engagements, not for management or clients', () => {
    const people = new Set(asked('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z').map(({ person }) => person));
    expect(people).toEqual(new Set([wang.id, li.id, chen.id, xu.id]));
    expect(people.has(zhao.id) || people.has(ann.id)).toBe(false);
  });

  test('names the person and the week, and is not asked any more when the next week has begun to work', () => {
    const [one] = asked('2026-11-27T07:59:59Z', '2026-11-27T08:00:00Z').filter(({ person }) => person === wang.id);
    expect(one).toEqual({
      key: 'ask:progress:wang:2026-W48',
      input: { person: 'wang', cycle: 'strategy', period: '2026-W48' },
      person: 'wang',
      dueAt: new Date('2026-11-27T08:00:00Z'),
      staleMs: 3 * DAY_MS,
    });
  });
});

describe('a project', () => {
  const span = ['2026-11-23T00:00:00Z', '2026-12-07T00:00:00Z'] as const;

  test('asks its members for the week, instead of their departments', () => {
    const keys = asked(...span, progressWeekly, withProject).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([
      'ask:progress:PRJ-2:wang:2026-W48',
      'ask:progress:PRJ-2:wang:2026-W49',
      'ask:progress:PRJ-2:xu:2026-W48',
      'ask:progress:PRJ-2:xu:2026-W49',
      'ask:progress:chen:2026-W48',
      'ask:progress:chen:2026-W49',
      'ask:progress:li:2026-W48',
      'ask:progress:li:2026-W49',
    ]);
  });

  test('asks them for each working day, and at each milestone, by their own clocks', () => {
    const days = asked(...span, progressDaily, withProject);
    expect(momentsOf(days, wang)).toHaveLength(10);
    expect(momentsOf(days, wang)[0]).toBe('2026-11-23T08:00:00.000Z');
    expect(momentsOf(days, xu)[0]).toBe('2026-11-23T21:00:00.000Z');
    const milestones = asked(...span, progressMilestone, withProject);
    expect(milestones.map(({ key, dueAt }) => [key, dueAt.toISOString()])).toEqual([
      ['ask:progress:PRJ-2/milestone:wang:kickoff', '2026-12-01T08:00:00.000Z'],
      ['ask:progress:PRJ-2/milestone:xu:kickoff', '2026-12-01T21:00:00.000Z'],
    ]);
    expect([...asked(...span, progressDaily), ...asked(...span, progressMilestone)]).toEqual([]);
  });
});

test('a week without a working day is planned as skipped, with its reason', () => {
  const holidays = new Set(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
  const special = (day: string) => (holidays.has(day) ? { periods: [] } : undefined);
  const closed: Firm = { ...firm, calendar: { ...firm.calendar, special } };
  const skipped = asked('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z', progressWeekly, closed);
  expect(new Set(skipped.map(({ skip }) => skip))).toEqual(new Set(['no-working-day']));
  expect(momentsOf(skipped, wang)).toEqual(['2026-11-27T08:00:00.000Z']);
});

describe('the weekly digest', () => {
  test('comes on Monday at 10:00 of the head’s own clock, about the week before', () => {
    const digests = asked('2026-10-26T00:00:00Z', '2026-11-03T00:00:00Z', progressDigestWeekly);
    expect(digests.map(({ key, person, dueAt }) => [key, person, dueAt.toISOString()])).toEqual([
      ['digest:strategy:2026-W43', li.id, '2026-10-26T02:00:00.000Z'],
      ['digest:strategy:2026-W44', li.id, '2026-11-02T02:00:00.000Z'],
      ['digest:digital:2026-W43', chen.id, '2026-10-26T10:00:00.000Z'],
      ['digest:digital:2026-W44', chen.id, '2026-11-02T10:00:00.000Z'],
    ]);
  });

  test('comes for the last week of the year in the first days of the next', () => {
    const digests = asked('2027-01-04T00:00:00Z', '2027-01-05T00:00:00Z', progressDigestWeekly);
    expect(digests.map(({ input }) => input)).toEqual([
      { cycle: 'strategy', period: '2026-W53' },
      { cycle: 'digital', period: '2026-W53' },
    ]);
  });

  test('is for nobody where a department has no head', () => {
    const headless: Firm = { ...firm, departments: new Map([[digital, { id: digital, name: '数字部' }]]) };
    expect(asked('2026-10-26T00:00:00Z', '2026-11-03T00:00:00Z', progressDigestWeekly, headless)).toEqual([]);
  });
});

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const spanMs = fc.integer({ min: 1, max: 15 * DAY_MS });
const odd: Firm = {
  ...firm,
  // Moments around midnight and around the hours that clocks skip and repeat.
  progress: { ...firm.progress, ask: { weekday: 7, time: '01:30' }, digest: { weekday: 1, time: '00:15' } },
};
const anyFirm = fc.constantFrom(firm, odd, withProject);

describe.each(jobs.map((job) => [job.name, job] as const))('planning ahead: %s', (_, job) => {
  const keysOf = (occurrences: Occurrences): readonly string[] => occurrences.map(({ key }) => key).toSorted();

  test('the same span planned twice has the same occurrences', () => {
    fc.assert(
      fc.property(moment, spanMs, anyFirm, (from, length, where) => {
        const span = { from, until: new Date(from.getTime() + length), firm: where };
        expect(job.occurrences(span)).toEqual(job.occurrences(span));
      }),
      { numRuns: 15 },
    );
  });

  test('spans one after the other neither miss nor double what one long span has', () => {
    const lengthMs = 28 * DAY_MS;
    // Cut anywhere, and exactly where something is due.
    const cuts = fc.record({ anywhere: fc.array(fc.nat(lengthMs), { maxLength: 5 }), whereDue: fc.array(fc.nat(30)) });
    fc.assert(
      fc.property(moment, cuts, anyFirm, (from, { anywhere, whereDue }, where) => {
        const until = new Date(from.getTime() + lengthMs);
        const atOnce = job.occurrences({ from, until, firm: where });
        const due = whereDue.flatMap((n) => atOnce[n % atOnce.length]?.dueAt.getTime() ?? []);
        const inner = [...anywhere.map((ms) => from.getTime() + ms), ...due].toSorted((a, b) => a - b);
        const edges = [from.getTime(), ...inner, until.getTime()].map((ms) => new Date(ms));
        const inParts = edges
          .slice(1)
          .flatMap((edge, n) => job.occurrences({ from: edges[n] ?? from, until: edge, firm: where }));
        expect(keysOf(inParts)).toEqual(keysOf(atOnce));
        expect(new Set(keysOf(atOnce)).size).toBe(atOnce.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe.each([progressWeekly, progressDigestWeekly].map((job) => [job.name, job] as const))(
  'every week: %s',
  (_, job) => {
    test('an occurrence belongs to the span in which it is due, and says the time of its person’s clock', () => {
      fc.assert(
        fc.property(moment, spanMs, (from, length) => {
          const until = new Date(from.getTime() + length);
          for (const { dueAt, person } of job.occurrences({ from, until, firm })) {
            expect(dueAt > from && dueAt <= until).toBe(true);
            const zone = [...firm.people.values()].find(({ id }) => id === person)?.zone ?? '';
            expect(['16:00', '10:00']).toContain(wallClock(dueAt, zone).slice(11));
          }
        }),
        { numRuns: 15 },
      );
    });

    test('every four weeks there are four for everybody and each cycle of theirs', () => {
      fc.assert(
        fc.property(moment, anyFirm, (from, where) => {
          const start = new Date(from.getTime() - (from.getTime() % DAY_MS));
          const until = new Date(start.getTime() + 28 * DAY_MS);
          const found = job.occurrences({ from: start, until, firm: where });
          // Somebody may lead a project and a department.
          const each = Map.groupBy(found, ({ person, input }) => JSON.stringify([person, input['cycle']]));
          for (const occurrences of each.values()) expect(Math.abs(occurrences.length - 4)).toBeLessThanOrEqual(1);
        }),
        { numRuns: 15 },
      );
    });
  },
);

test('cards are gone over every night at three, the firm’s time, also where clocks change', () => {
  const nights = (zone: string, from: string, until: string) =>
    cardsNightly
      .occurrences({ from: new Date(from), until: new Date(until), firm: { ...firm, zone } })
      .map(({ dueAt }) => wallClock(dueAt, zone));
  expect(nights('Asia/Shanghai', '2026-11-24T18:59:00Z', '2026-11-26T19:00:00Z')).toEqual([
    '2026-11-25 03:00',
    '2026-11-26 03:00',
    '2026-11-27 03:00',
  ]);
  // On 25 October the clocks of London go back: the night has one hour more, and three o'clock comes once.
  expect(nights('Europe/London', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
    '2026-10-25 03:00',
    '2026-10-26 03:00',
  ]);
});
