/** A server whose clock is two hours wrong: probes and the log say so, gestures are answered, and nothing that is due is asked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Log } from '../../src/bot/ports/log.ts';
import { World } from '../support/world.ts';
import { asksFor } from './beginnings.ts';
import { everyone } from './everywhere.ts';

const heard: string[] = [];
const nothing = (): void => undefined;
const log: Log = {
  ...{ debug: nothing, info: nothing, warn: nothing, child: () => log },
  error: (_data, words) => {
    heard.push(words);
  },
};

let world: World;
beforeAll(async () => {
  world = await World.begin({ platform: 'slack', clockAheadMs: 2 * 3_600_000, log });
});
afterAll(() => world.end());

test('the probe and the log tell how wrong it is', async () => {
  const response = await fetch(`${world.botUrl}/readyz`);
  const wrong =
    /^this machine's clock is 7\d{3} s ahead of the database's; nothing that is due is asked until they agree$/;
  expect(response.status).toBe(503);
  const body = (await response.json()) as { reasons: readonly { part: string; why: string }[] };
  expect(body.reasons.map(({ part }) => part)).toEqual(['clock']);
  expect(body.reasons[0]?.why).toMatch(wrong);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatch(wrong);
});

test('people are answered all the same', async () => {
  const { wang, li } = everyone(world);
  const number = await asksFor('时钟不准时的申请', wang);
  expect(li.card(`${number} ·`).buttons).toContain('接手');
});
