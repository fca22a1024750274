/** The agenda: every occurrence once, settled with a reason, planned again without a double. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewAgenda } from '../../src/bot/ports/store.ts';
import { type Bench, bench, gesture, now, sayTo } from './bench.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
const at = (key: string, hours: number, intent = 'progress.ask'): NewAgenda => ({
  ...{ key, intent, input: { week: '2026-W48' }, dueAt: inHours(hours) },
});

let on: Bench;
beforeEach(async () => {
  on = await bench();
});
afterEach(() => on.end());

test('what was ever planned under a key is not planned again', async () => {
  await on.store.commit(gesture({ agenda: [at('k', 1)] }));
  await on.store.commit(gesture({ agenda: [at('k', 9)] }));
  await on.store.plan('job', inHours(24), [at('k', 5), at('other', 2)]);
  expect(await on.rows('SELECT key, due_at FROM agenda ORDER BY key')).toEqual([
    { key: 'k', due_at: inHours(1) },
    { key: 'other', due_at: inHours(2) },
  ]);
});

test('what is due is asked soonest first, and nothing before its time', async () => {
  await on.store.plan('job', inHours(24), [at('late', 3), at('soon', 1), at('tomorrow', 20)]);
  expect((await on.store.claimAgenda('p', inHours(3), 10, [])).map(({ key }) => key)).toEqual(['soon', 'late']);
  expect(await on.store.claimAgenda('p', new Date(inHours(1).getTime() - 1), 10, [])).toEqual([]);
  expect(await on.store.nextDue(inHours(3))).toEqual(inHours(20));
  expect(await on.store.horizon('job')).toEqual(inHours(24));
});

test('an occurrence is settled in the same transaction as what it led to, once, and keeps its reason', async () => {
  await on.store.plan('job', inHours(24), [at('k', 1)]);
  const [due] = await on.store.claimAgenda('p', inHours(1), 10, []);
  const id = due?.id ?? '';
  await on.store.commit(gesture({ settles: { id, state: 'skipped', reason: 'too-late' } }));
  await on.store.commit(gesture({ settles: { id, state: 'done' } }));
  expect(await on.rows('SELECT state, reason FROM v_agenda')).toEqual([{ state: 'skipped', reason: 'too-late' }]);
  expect(await on.store.claimAgenda('p', inHours(1), 10, [])).toEqual([]);
});

test('planning again forgets only what has not come, of those jobs, and finds it again the same', async () => {
  const all = [at('past', 1), at('soon', 5), at('far', 9)];
  await on.store.plan('job', inHours(24), all);
  await on.store.commit(gesture({ agenda: [at('reminder', 6, 'survey.remind')] }));
  for (let times = 0; times < 3; times += 1) {
    await on.store.replan(['progress.ask'], inHours(4));
    expect(await on.store.horizon('job')).toEqual(inHours(4));
    await on.store.plan('job', inHours(24), all);
  }
  expect((await on.rows<{ key: string }>('SELECT key FROM agenda ORDER BY due_at')).map(({ key }) => key)).toEqual([
    'past',
    'soon',
    'reminder',
    'far',
  ]);
});

test('what is over keeps its key when everything is planned again', async () => {
  await on.store.plan('job', inHours(24), [at('k', 1)]);
  const [due] = await on.store.claimAgenda('p', inHours(1), 1, []);
  await on.store.commit(gesture({ settles: { id: due?.id ?? '', state: 'done' } }));
  await on.store.replan(['progress.ask'], new Date(now.getTime() - 1));
  await on.store.plan('job', inHours(24), [at('k', 1)]);
  expect(await on.rows('SELECT state FROM agenda')).toEqual([{ state: 'done' }]);
});

test('what is known not to be asked stands in the ledger with its reason, is never due, and may be planned otherwise later', async () => {
  const skipped = { ...at('k', 1), skip: 'no-working-day' };
  const ledger = `SELECT state, reason FROM v_agenda`;
  await on.store.plan('job', inHours(24), [skipped]);
  expect(await on.rows(ledger)).toEqual([{ state: 'skipped', reason: 'no-working-day' }]);
  expect(await on.store.claimAgenda('p', inHours(2), 10, [])).toEqual([]);
  await on.store.replan(['progress.ask'], now);
  await on.store.plan('job', inHours(24), [at('k', 1)]);
  expect(await on.rows(ledger)).toEqual([{ state: 'due', reason: null }]);
});

test('what is pending counts what is due and what waits to be sent, and not what is still to come', async () => {
  await on.store.plan('job', inHours(24), [at('due', 0), at('later', 1)]);
  await on.store.commit(gesture({ posts: [sayTo('a')] }));
  expect(await on.store.pending(now)).toBe(2);
  expect(await on.store.pending(inHours(1))).toBe(3);
});

test('what a living process has claimed no other is given; what a dead one had is free', async () => {
  const other = on.another('steward:second');
  await on.store.plan('job', inHours(24), [at('a', 1), at('b', 1), at('c', 1)]);
  const first = await on.store.claimAgenda('steward:first', inHours(1), 2, []);
  const second = await other.store.claimAgenda('steward:second', inHours(1), 9, []);
  expect(first.map(({ key }) => key)).toHaveLength(2);
  expect([...first, ...second].map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c']);
  await other.dies();
  const again = await on.store.claimAgenda('steward:first', inHours(1), 9, []);
  expect(again.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c']);
});

test('what has failed is not given again to whoever has tried it', async () => {
  await on.store.plan('job', inHours(24), [at('a', 1), at('b', 1)]);
  const [first] = await on.store.claimAgenda('p', inHours(1), 1, []);
  const rest = await on.store.claimAgenda('p', inHours(1), 9, [first?.id ?? '']);
  expect(rest.map(({ key }) => key)).toEqual(['b']);
});
