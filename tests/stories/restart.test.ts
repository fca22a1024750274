/** Stopped at any moment and started again: what was promised is still done, once; what has lost its moment is skipped, and the skip is on record. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { platformNames, World } from '../support/world.ts';
import { asksFor } from './beginnings.ts';
import { everyone } from './everywhere.ts';

const DAY_MS = 86_400_000;

describe.each(platformNames)('on %s', (platform) => {
  let world: World;
  beforeEach(async () => {
    world = await World.begin({ platform });
  });
  afterEach(() => world.end());

  test('what was acknowledged before a stop is sent after the start, once', async () => {
    const { zhao, wang, li } = everyone(world);
    const number = await asksFor('重启之前', wang);
    await Promise.all([
      world.chat.says(zhao.account, 'help'),
      world.chat.presses(li.account, '接手', li.at(`${number} ·`)),
    ]);
    await world.stop();
    await world.start();
    await world.settle();
    expect(zhao.cards('How can I help?')).toHaveLength(1);
    expect(wang.card(`${number} ·`, 'direct').text).toContain('审批中');
    expect(wang.cards(`已接手 ${number}`)).toHaveLength(1);
    await li.presses('同意');
    expect(wang.card(`${number} ·`, 'direct').text).toContain('服务中');
  });

  test('a week asleep: Friday’s question is not asked ten days late, and the record says that it was skipped', async () => {
    const { wang } = everyone(world);
    await world.stop();
    await world.rows('UPDATE clock_offset SET offset_ms = offset_ms + $1', [10 * DAY_MS]);
    await world.start();
    await world.settle();
    expect(wang.cards('2026-W48')).toEqual([]);
    expect(
      await world.rows(
        `SELECT DISTINCT state, reason FROM v_agenda WHERE kind = 'progress.ask' AND due_at < '2026-11-28'`,
      ),
    ).toEqual([{ state: 'skipped', reason: 'too-late' }]);
  });

  test('a night asleep: what fell due is done once in the morning', async () => {
    const { wang, li } = everyone(world);
    const number = await asksFor('夜里到期', wang);
    await world.stop();
    await world.rows('UPDATE clock_offset SET offset_ms = offset_ms + $1', [DAY_MS]);
    await world.start();
    await world.settle();
    await world.settle();
    expect(li.card(`${number} ·`).text).toContain('已超时');
    expect(li.cards(`${number}「夜里到期」尚无人接手`)).toHaveLength(2);
  });
});
