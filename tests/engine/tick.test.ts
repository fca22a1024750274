/** A beat of the clock: what is due is asked once; what is too late or no longer true is skipped, and the row says why. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type AnyCommand, answer, clockCommand, job, refuse } from '../../src/bot/engine/define.ts';
import { type TickNeeds, tick } from '../../src/bot/engine/tick.ts';
import { intent } from '../../src/bot/intents/intent.ts';
import type { NewAgenda } from '../../src/bot/ports/store.ts';
import { now } from '../store/bench.ts';
import { silent } from '../support/world.ts';
import { type Bench, bench, testPlatform } from './bench.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
const Ring = intent('test.ring', z.object({ bell: z.string() }));
const Break = intent('test.break', z.object({}));
const Refuse = intent('test.refuse', z.object({}));

let on: Bench;
let rung: string[] = [];
beforeEach(async () => {
  on = await bench();
  rung = [];
});
afterEach(() => on.end());

const commands = [
  clockCommand(Ring, async ({ input, now: at }) => {
    rung.push(`${input.bell} ${at.toISOString().slice(11, 16)}`);
    return answer({});
  }),
  clockCommand(Break, () => Promise.reject(new Error('a mistake of ours'))),
  clockCommand(Refuse, async () => refuse({ type: 'request.nothing-due' })),
] as readonly unknown[] as readonly AnyCommand[];

const needs = (jobs: TickNeeds['jobs'] = []): TickNeeds => ({
  ...{ store: on.store, directory: on.directory, jobs, log: silent, wake: () => undefined, processName: 'p' },
  platforms: new Map([[testPlatform, on.platform]]),
  commands: new Map(commands.map((one) => [one.intent.name, one])),
});

const bell = (name: string, hours: number, more: Partial<NewAgenda> = {}): NewAgenda => ({
  ...{ key: name, intent: Ring.name, input: { bell: name }, dueAt: inHours(hours), ...more },
});
const ledger = () => on.rows('SELECT key, state, reason FROM agenda ORDER BY key');

test('each occurrence is asked once, at its own moment', async () => {
  await on.store.plan('j', inHours(9), [bell('a', 0), bell('b', 1)]);
  await Promise.all([tick(inHours(0), needs()), tick(inHours(0), needs())]);
  await tick(new Date(inHours(1).getTime() + 900), needs());
  await tick(inHours(2), needs());
  expect(new Set(rung)).toEqual(new Set(['a 02:00', 'b 03:00']));
  expect(await on.rows(`SELECT key FROM v_inbox WHERE platform = 'clock' ORDER BY key`)).toEqual([
    { key: 'a' },
    { key: 'b' },
  ]);
});

test('what was missed by more than its patience is skipped, and the skip is in the ledger and in the audit', async () => {
  await on.store.plan('j', inHours(9), [
    bell('fresh', 0, { staleMs: 4 * HOUR_MS }),
    bell('stale', 0, { staleMs: HOUR_MS }),
  ]);
  await tick(inHours(3), needs());
  expect(rung).toEqual(['fresh 05:00']);
  expect(await ledger()).toEqual([
    { key: 'fresh', state: 'done', reason: null },
    { key: 'stale', state: 'skipped', reason: 'too-late' },
  ]);
  expect(await on.rows('SELECT event FROM v_audit')).toEqual([{ event: 'agenda.skipped' }]);
});

test('what the rules refuse is skipped with their reason', async () => {
  await on.store.plan('j', inHours(9), [{ ...bell('r', 0), intent: Refuse.name }]);
  await tick(now, needs());
  expect(await ledger()).toEqual([{ key: 'r', state: 'skipped', reason: 'request.nothing-due' }]);
});

test('an occurrence that meets a mistake of ours stays due and keeps nobody waiting', async () => {
  await on.store.plan('j', inHours(9), [{ ...bell('broken', 0), intent: Break.name }, bell('c', 0)]);
  await tick(now, needs());
  expect(rung).toEqual(['c 02:00']);
  expect(await ledger()).toMatchObject([
    { key: 'broken', state: 'due' },
    { key: 'c', state: 'done' },
  ]);
});

test('jobs plan two weeks ahead, once, and never for the time before they were there', async () => {
  const hourly = job('test.hourly', Ring, ({ from, until }) =>
    Array.from({ length: 24 * 30 }, (_, n) => inHours(n - 240))
      .filter((dueAt) => dueAt > from && dueAt <= until)
      .map((dueAt) => ({ key: dueAt.toISOString(), input: { bell: 'h' }, dueAt })),
  );
  for (let times = 0; times < 3; times += 1) await tick(now, needs([hourly]));
  expect(rung).toEqual(['h 02:00']);
  const [planned] = await on.rows(`SELECT count(*)::int AS n, max(due_at) AS last FROM v_agenda WHERE state = 'due'`);
  expect(planned).toEqual({ n: 15 * 24, last: inHours(15 * 24) });
});

test('of several nights that were missed only the last is made up for, and the others say that it was', async () => {
  const nights = [1, 25, 49].map((hours) => bell(`night ${hours}`, hours, { series: 'nights' }));
  await on.store.plan('j', inHours(99), [...nights, bell('alone', 2)]);
  await tick(inHours(50), needs());
  expect(rung).toEqual(['alone 04:00', 'night 49 04:00']);
  expect(await ledger()).toEqual([
    { key: 'alone', state: 'done', reason: null },
    { key: 'night 1', state: 'skipped', reason: 'folded' },
    { key: 'night 25', state: 'skipped', reason: 'folded' },
    { key: 'night 49', state: 'done', reason: null },
  ]);
});

test('a wave at one moment is asked by several hands, each of it once', async () => {
  const wave = Array.from({ length: 60 }, (_, n) => bell(`w${n}`, 0));
  await on.store.plan('j', inHours(9), wave);
  await tick(now, needs());
  expect(rung).toHaveLength(60);
  expect(new Set(rung).size).toBe(60);
});
