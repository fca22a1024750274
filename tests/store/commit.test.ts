/** One gesture, one transaction: claimed once, all of it or nothing, and nothing on top of what has changed meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import type { RecordNumber } from '../../src/domain/numbers.ts';
import { openProgress } from '../../src/domain/progress.ts';
import { by, firm, li, wang } from '../domain/firm.ts';
import { at, subject } from '../domain/reports.ts';
import { later, running, submitted } from '../domain/requests.ts';
import { type Bench, bench, gesture, now, sayTo } from './bench.ts';

let on: Bench;
beforeAll(async () => {
  on = await bench();
});
afterAll(() => on.end());

const requestAs = (number: RecordNumber<'request'>) => ({ ...submitted(), number });

test('a gesture that comes again does nothing and is answered as the first time', async () => {
  const answer = { kind: 'answer', answer: { decidedAt: now } };
  const first = gesture({ saves: [requestAs('REQ-100')], posts: [sayTo('a')] }, 'same');
  const kept = { ...first, claim: { ...first.claim, answer } };
  expect(await on.store.commit(kept)).toEqual({ outcome: 'done' });
  expect(await on.store.commit(kept)).toEqual({ outcome: 'duplicate', answer });
  expect(await on.store.glance('test', 'same')).toMatchObject({ duplicate: { answer } });
  expect(await on.rows(`SELECT count(*)::int AS n FROM post WHERE place = 'a'`)).toEqual([{ n: 1 }]);
});

test('a hundred deliveries of one gesture at once have one effect', async () => {
  const change = gesture({ posts: [sayTo('b')] }, 'hundred');
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => on.store.commit(change)));
  expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  expect(await on.rows(`SELECT count(*)::int AS n FROM post WHERE place = 'b'`)).toEqual([{ n: 1 }]);
});

test('what was decided on a record that has changed since is not written, in no part', async () => {
  await on.store.commit(gesture({ saves: [requestAs('REQ-101')] }));
  const [one, two] = [on.store.reader(), on.store.reader()];
  for (const reader of [one, two]) await reader.find('request', 'REQ-101');
  const retitled = (title: string) => ({ ...requestAs('REQ-101'), title });
  expect(await on.store.commit(gesture({ saves: [retitled('先')], reader: one }))).toEqual({ outcome: 'done' });
  const late = gesture({ saves: [retitled('后')], reader: two, posts: [sayTo('c')] }, 'late');
  expect(await on.store.commit(late)).toEqual({ outcome: 'conflict' });
  expect(await on.rows(`SELECT title, version FROM record WHERE number = 'REQ-101'`)).toEqual([
    { title: '先', version: 2 },
  ]);
  expect(await on.rows(`SELECT 1 FROM post WHERE place = 'c'`)).toEqual([]);
  expect(await on.store.glance('test', 'late')).not.toHaveProperty('duplicate');
});

test('a decision that only looked at a record stands on it all the same', async () => {
  await on.store.commit(gesture({ saves: [requestAs('REQ-102')] }));
  const looking = on.store.reader();
  await looking.find('request', 'REQ-102');
  const other = on.store.reader();
  await other.find('request', 'REQ-102');
  await on.store.commit(gesture({ saves: [{ ...requestAs('REQ-102'), title: '变了' }], reader: other }));
  const change = gesture({ saves: [requestAs('REQ-103')], reader: looking });
  expect(await on.store.commit(change)).toEqual({ outcome: 'conflict' });
});

test('of fifty who open the same weekly report at once, one makes it', async () => {
  const opened = Array.from({ length: 50 }, (_, index) => {
    const decision = openProgress(`REP-${index + 1}`, subject(wang), at(now));
    if (!decision.ok) throw new Error('refused');
    return on.store.commit(gesture({ saves: [decision.state] }));
  });
  const outcomes = (await Promise.all(opened)).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49);
});

test('of fifty decisions on one approval at once, one is written', async () => {
  const approval: Approval = { ...running(), number: 'APR-100' };
  await on.store.commit(gesture({ saves: [approval] }));
  const decide = async () => {
    const reader = on.store.reader();
    const found = await reader.find('approval', 'APR-100');
    const decided = found && approve(found, by(li), later(20), firm);
    return decided?.ok === true ? on.store.commit(gesture({ saves: [decided.state], reader })) : { outcome: 'refused' };
  };
  const outcomes = (await Promise.all(Array.from({ length: 50 }, decide))).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(
    await on.rows(`SELECT version, jsonb_array_length(body->'moves') AS n FROM record WHERE number = 'APR-100'`),
  ).toEqual([{ version: 2, n: 1 }]);
});

test('what people wrote comes back as they wrote it, but for NUL, and moments come back as moments', async () => {
  const answers = { background: '\u202eab\n<b>&\ud83d\ude00\u0000c', startAt: '2026-11-25T02:00:00.000Z', budget: 1.5 };
  await on.store.commit(gesture({ saves: [{ ...requestAs('REQ-104'), answers }] }));
  const found = await on.store.reader().find('request', 'REQ-104');
  expect(found?.answers).toEqual({ ...answers, background: '\u202eab\n<b>&\ud83d\ude00c' });
  expect(found?.submittedAt).toEqual(submitted().submittedAt);
});

test('lines of the audit written by many at once make one chain', async () => {
  const write = (n: number) =>
    on.store.commit(gesture({ audit: [{ actor: 'wang', event: `test.${n}`, detail: { n } }] }));
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
  const chain = await on.rows<{ prev_hash: string; hash: string }>('SELECT prev_hash, hash FROM audit ORDER BY seq');
  expect(chain.length).toBeGreaterThanOrEqual(40);
  for (const [index, { prev_hash }] of chain.entries())
    expect(prev_hash).toBe(chain[index - 1]?.hash ?? '0'.repeat(64));
});
