/** After a weekend without a bot, everything that has come due meanwhile is one message for each who should hear of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platformNames, World } from '../support/world.ts';
import { asksFor } from './beginnings.ts';
import { everyone } from './everywhere.ts';

/** Twenty minutes to six on a Friday, in Shanghai: none of it can be answered in time that day. */
const FRIDAY_1740 = new Date('2026-11-27T09:40:00Z');
const THREE_DAYS_MS = 3 * 86_400_000;

describe.each(platformNames)('on %s', (platform) => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform, at: FRIDAY_1740 });
  });
  afterAll(() => world.end());

  test('twelve requests that nobody answered make one message in the room and one for the head', async () => {
    const { wang, li } = everyone(world);
    const numbers: string[] = [];
    for (let n = 0; n < 12; n += 1) numbers.push(await asksFor(`周末申请${String.fromCodePoint(0x4e00 + n)}`, wang));
    await world.stop();
    await world.rows('UPDATE clock_offset SET offset_ms = offset_ms + $1', [THREE_DAYS_MS]);
    await world.start();
    await world.settle();
    await world.settle();

    const told = li.cards('已超过首次响应时限');
    expect(told).toHaveLength(2);
    for (const { text } of told) {
      expect(text.match(/已超过首次响应时限/g)).toHaveLength(10);
      expect(text).toContain('另有 2 项');
    }
    expect(li.card(`${numbers[11]} ·`).text).toContain('已超时');
  });

  test('every other occurrence finds nothing left to tell, and the record says so', async () => {
    const rows = await world.rows(
      `SELECT state, reason, count(*)::int AS count FROM v_agenda WHERE kind = 'sla.mark' GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { state: 'done', reason: null, count: 1 },
      { state: 'skipped', reason: 'sla.nothing-due', count: 35 },
    ]);
    const events = await world.rows(
      `SELECT count(*)::int AS count FROM v_audit WHERE event = 'request.response-missed'`,
    );
    expect(events).toEqual([{ count: 12 }]);
  });
});
