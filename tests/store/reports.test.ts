/** Reports in the database: found by cycle, person and period; those written before there were cycles among them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CycleId } from '../../src/domain/cycle.ts';
import { askForProgress, type Progress, progressKey } from '../../src/domain/progress.ts';
import { yes } from '../domain/decisions.ts';
import { wang, xu } from '../domain/firm.ts';
import { at, cycleOf, reportOf, withProject } from '../domain/reports.ts';
import { monday } from '../domain/requests.ts';
import { type Bench, bench, gesture, now } from './bench.ts';

const strategy = 'strategy' as CycleId;
const openedAt = '2026-11-13T08:00:00.000Z';
const submittedAt = '2026-11-13T09:00:00.000Z';
/** As the first version kept it. */
const old = {
  ...{ kind: 'progress', number: 'REP-90', person: 'wang', department: 'strategy', week: '2026-W46', openedAt },
  ...{ status: 'submitted', words: { done: '旧', next: '新', health: 'at-risk' }, submittedAt, late: false },
};
const nobodys = { ...old, number: 'REP-91', person: 'sun', department: undefined, status: 'missed' };

let on: Bench;
beforeAll(async () => {
  on = await bench();
  for (const body of [old, nobodys]) {
    await on.rows(
      `INSERT INTO record (number, kind, state, title, owner, unique_key, version, body, created_at, updated_at)
       VALUES ($1, 'progress', $2, '2026-W46', $3, 'progress:' || $3 || ':2026-W46', 1, $4, $5, $5)`,
      [body.number, body.status, body.person, JSON.stringify(body), openedAt],
    );
  }
  const weekly = cycleOf('weekly');
  const of = (number: Progress['number'], person: typeof wang, cycle = weekly, period = '2026-W48') =>
    yes(askForProgress(number, { person, cycle, period }, at(monday, withProject)));
  const saves = [
    { ...reportOf(wang, monday, 'REP-1') },
    of('REP-2', wang),
    of('REP-3', xu),
    of('REP-4', wang, cycleOf('daily'), '2026-11-23'),
  ];
  for (const [n, save] of saves.entries())
    await on.store.commit({ ...gesture({ saves: [save] }), now: new Date(now.getTime() + n) });
});
afterAll(() => on.end());

const numbers = (reports: readonly Progress[]): readonly string[] => reports.map(({ number }) => number);

test('a period of a cycle has the reports of everybody in it, and of no other cycle', async () => {
  const reader = on.store.reader();
  expect(numbers(await reader.progressOf(strategy, '2026-W48'))).toEqual(['REP-1']);
  expect(numbers(await reader.progressOf(cycleOf('weekly').id, '2026-W48'))).toEqual(['REP-2', 'REP-3']);
  expect(numbers(await reader.progressOf(cycleOf('daily').id, '2026-11-23'))).toEqual(['REP-4']);
  expect(await reader.progressOf(strategy, '2026-W49')).toEqual([]);
});

test('history comes newest first, of a cycle, a person or a period, and no longer than asked for', async () => {
  const reader = on.store.reader();
  expect(numbers(await reader.reportsOf({ person: wang.id }, 10))).toEqual(['REP-4', 'REP-2', 'REP-1', 'REP-90']);
  expect(numbers(await reader.reportsOf({ person: wang.id }, 2))).toEqual(['REP-4', 'REP-2']);
  expect(numbers(await reader.reportsOf({ cycle: strategy }, 10))).toEqual(['REP-1', 'REP-90']);
  expect(numbers(await reader.reportsOf({ person: wang.id, period: '2026-W48' }, 10))).toEqual(['REP-2', 'REP-1']);
});

test('a report of the first version is one of its department’s week, and found under the key it has always had', async () => {
  const key = progressKey(strategy, wang.id, '2026-W46');
  const { week: _week, department: _department, ...rest } = old;
  const upgraded = { ...rest, cycle: 'strategy', template: 'weekly', period: '2026-W46' };
  const found = await on.store.reader().byUniqueKey('progress', key);
  expect(found).toEqual({ ...upgraded, openedAt: new Date(openedAt), submittedAt: new Date(submittedAt) });
  expect(numbers(await on.store.reader().progressOf(strategy, '2026-W46'))).toEqual(['REP-90']);
});

test('once it is written again it is as if it had never been otherwise', async () => {
  const reader = on.store.reader();
  const found = await reader.find('progress', 'REP-90');
  await on.store.commit(gesture({ saves: found ? [found] : [], reader }));
  expect(
    await on.rows(
      `SELECT body->>'cycle' AS cycle, body->>'week' AS week, unique_key FROM record WHERE number = 'REP-90'`,
    ),
  ).toEqual([{ cycle: 'strategy', week: null, unique_key: 'progress:wang:2026-W46' }]);
});

test('a report of somebody in no department is read, though no cycle asks for it', async () => {
  const found = await on.store.reader().find('progress', 'REP-91');
  expect(found).toMatchObject({ cycle: '-', period: '2026-W46', status: 'missed' });
});
