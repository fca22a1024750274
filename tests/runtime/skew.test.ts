/** A machine whose clock is wrong says so, and leaves time alone until it agrees with the database's. */
import { expect, test } from 'vitest';
import type { Log } from '../../src/bot/ports/log.ts';
import { clockSkew } from '../../src/bot/runtime/skew.ts';

const HOUR_MS = 3_600_000;
const nothing = (): void => undefined;

/** A machine and a database, each with its clock; and what the log heard. */
function machine(aheadMs: number) {
  const state = { shared: 1_000_000_000_000, ahead: aheadMs, asked: 0 };
  const heard: string[] = [];
  const log: Log = {
    ...{ debug: nothing, warn: nothing, child: () => log },
    info: (_data, words) => heard.push(`info ${words}`),
    error: (_data, words) => heard.push(`error ${words}`),
  };
  const shared = async (): Promise<number> => {
    state.asked += 1;
    return state.shared;
  };
  const skew = clockSkew(() => state.shared + state.ahead, shared, log);
  const pass = async (ms: number): Promise<void> => {
    state.shared += ms;
    await skew.look();
  };
  return { state, skew, heard, pass };
}

test('clocks that agree within seconds are left alone', async () => {
  const { skew, heard, pass } = machine(2_000);
  await pass(0);
  expect({ trouble: skew.trouble(), trusted: skew.trusted(), heard }).toEqual({
    trouble: undefined,
    trusted: true,
    heard: [],
  });
});

test.each([
  [2 * HOUR_MS, 'ahead of'],
  [-2 * HOUR_MS, 'behind'],
])('two hours wrong (%s ms) is told once, in words, and nothing due is asked', async (ahead, way) => {
  const { skew, heard, pass } = machine(ahead);
  await pass(0);
  await pass(60_000);
  expect(skew.trusted()).toBe(false);
  expect(skew.trouble()).toBe(
    `this machine's clock is 7200 s ${way} the database's; nothing that is due is asked until they agree`,
  );
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContain('error');
});

test('a minute wrong is told, and time goes on', async () => {
  const { skew, pass } = machine(60_000);
  await pass(0);
  expect(skew.trusted()).toBe(true);
  expect(skew.trouble()).toBe("this machine's clock is 60 s ahead of the database's");
});

test('once the clock has been mended, that is told too, and the trouble is over', async () => {
  const { state, skew, heard, pass } = machine(2 * HOUR_MS);
  await pass(0);
  state.ahead = 0;
  await pass(60_000);
  expect(skew.trouble()).toBeUndefined();
  expect(skew.trusted()).toBe(true);
  expect(heard.map((words) => words.split(' ')[0])).toEqual(['error', 'info']);
});

test('the database is not asked at every beat', async () => {
  const { state, pass } = machine(0);
  for (let second = 0; second < 30; second += 1) await pass(1_000);
  expect(state.asked).toBe(3);
});
