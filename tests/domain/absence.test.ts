/** Being away: which days can be planned, and who speaks for whom. */
import { describe, expect, test } from 'vitest';
import {
  type Absence,
  begin,
  colleagueCalled,
  end,
  type Plan,
  plan,
  readWish,
  standInFor,
  withAbsence,
} from '../../src/domain/absence.ts';
import type { Firm, Person } from '../../src/domain/firm.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { bordersOfDay } from '../../src/domain/zoned-time.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, by, chen, clock, firm, li, sun, wang, xu, zhao } from './firm.ts';
import { later, monday } from './requests.ts';

function wish(fromDay: string, untilDay: string, more: Partial<Plan> = {}): Plan {
  const { begins } = bordersOfDay(fromDay, li.zone);
  const { ends } = bordersOfDay(untilDay, li.zone);
  return { number: 'ABS-1', person: li.id, fromDay, untilDay, beginsAt: begins, endsAt: ends, ...more };
}

const planned = (): Absence => yes(plan(wish('2026-12-01', '2026-12-03', { delegate: sun.id }), [], monday, firm));

function away(...who: readonly (readonly [Person, Person?])[]): Firm {
  const entries = who.map(([person, delegate]) => [person.id, delegate ? { delegate: delegate.id } : {}] as const);
  return { ...firm, away: new Map<PersonId, { delegate?: PersonId }>(entries) };
}

describe('planning', () => {
  test('lasts from the first moment of the first day to the last of the last, where the person is', () => {
    expect(planned()).toMatchObject({
      status: 'planned',
      beginsAt: new Date('2026-11-30T16:00:00Z'),
      endsAt: new Date('2026-12-03T16:00:00Z'),
    });
  });

  test('begins at once when the first day is today', () => {
    const today = plan(wish('2026-11-23', '2026-11-24'), [], monday, firm);
    expect(eventsOf(today).map(({ type }) => type)).toEqual(['absence.planned', 'absence.began']);
    expect(yes(today).status).toBe('away');
  });

  test.each([
    ['the last day before the first', wish('2026-12-03', '2026-12-01'), 'absence.days-turned'],
    ['days that are over', wish('2026-11-20', '2026-11-21'), 'absence.days-past'],
    ['oneself as delegate', wish('2026-12-08', '2026-12-08', { delegate: li.id }), 'absence.delegate-yourself'],
    ['a client as delegate', wish('2026-12-08', '2026-12-08', { delegate: ann.id }), 'absence.delegate-unknown'],
    ['days that are planned already', wish('2026-12-03', '2026-12-05'), 'absence.overlaps'],
  ])('refuses %s', (_words, one, type) => {
    expect(no(plan(one, [planned()], monday, firm)).type).toBe(type);
  });

  test('days of an absence that is over are free again', () => {
    const over = yes(end(planned(), by(li), later(1)));
    expect(yes(plan(wish('2026-12-03', '2026-12-05'), [over], monday, firm)).status).toBe('planned');
  });

  test('begins once and ends once; only the person themselves comes back earlier', () => {
    const begun = yes(begin(planned()));
    expect(no(begin(begun)).type).toBe('absence.nothing-due');
    expect(no(end(begun, by(sun), later(1))).type).toBe('absence.not-yours');
    const over = yes(end(begun, clock, later(2)));
    expect(no(end(over, by(li), later(3))).type).toBe('absence.nothing-due');
  });
});

describe('words', () => {
  test.each([
    ['2026-10-01..2026-10-08 @孙静', { from: '2026-10-01', until: '2026-10-08', delegate: '孙静' }],
    ['2026-10-01 ~ 2026-10-08 Zhao Min', { from: '2026-10-01', until: '2026-10-08', delegate: 'Zhao Min' }],
    ['２０２６-10-01至2026-10-08', { from: '2026-10-01', until: '2026-10-08', delegate: '' }],
    ['2026-10-01 @U0SUN', { from: '2026-10-01', until: '2026-10-01', delegate: 'U0SUN' }],
    [
      '2026-10-01 @Zhao Min only Expense, Hiring',
      { from: '2026-10-01', until: '2026-10-01', delegate: 'Zhao Min', only: 'Expense, Hiring' },
    ],
    [
      '2026-10-01 孙静 仅 报销、招聘',
      { from: '2026-10-01', until: '2026-10-01', delegate: '孙静', only: '报销、招聘' },
    ],
    ['2026-10-01 仅限：报销', { from: '2026-10-01', until: '2026-10-01', delegate: '', only: '报销' }],
    ['2026-10-01 @Onlyn', { from: '2026-10-01', until: '2026-10-01', delegate: 'Onlyn' }],
    ['明天', { from: '', until: '', delegate: '明天' }],
    ['', { from: '', until: '', delegate: '' }],
  ])('%s is read', (words, read) => {
    expect(readWish(words)).toEqual({ only: '', ...read });
  });

  test('a colleague is found by name, id or account; a client is no colleague', () => {
    expect(['孙静', 'SUN', 'u-sun'].map((one) => colleagueCalled(one, firm))).toEqual([sun.id, sun.id, sun.id]);
    expect(colleagueCalled('Ann', firm)).toBeUndefined();
    expect(colleagueCalled('', firm)).toBeUndefined();
  });
});

describe('who speaks for whom', () => {
  test('nobody while the person is here; whom they have named while they are away', () => {
    expect(standInFor(li.id, ann.id, firm)).toBeUndefined();
    expect(standInFor(li.id, ann.id, away([li, sun]))).toBe(sun.id);
    expect(standInFor(li.id, ann.id, withAbsence(firm, yes(begin(planned()))))).toBe(sun.id);
  });

  test('a delegate who is away too hands on to theirs', () => {
    expect(standInFor(li.id, ann.id, away([li, sun], [sun, chen]))).toBe(chen.id);
  });

  test('two who have named each other end with somebody up the line', () => {
    expect(standInFor(wang.id, ann.id, away([wang, sun], [sun, wang]))).toBe(li.id);
  });

  test('without a delegate it is the head of the department, for a head management', () => {
    expect(standInFor(wang.id, ann.id, away([wang]))).toBe(li.id);
    expect(standInFor(li.id, ann.id, away([li]))).toBe(zhao.id);
  });

  test('never whoever asked, even when they were named', () => {
    expect(standInFor(li.id, wang.id, away([li, wang]))).toBe(zhao.id);
    expect(standInFor(xu.id, chen.id, away([xu]))).toBe(zhao.id);
  });

  test('nobody when everybody up the line is away: then only they themselves can', () => {
    expect(standInFor(li.id, ann.id, away([li, sun], [sun], [zhao]))).toBeUndefined();
  });
});
