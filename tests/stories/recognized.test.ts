/** People whom the firm file names only by e-mail. */

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from '../support/world.ts';

const firmFile = fileURLToPath(new URL('../fixtures/firm/by-email.yaml', import.meta.url));

describe.each(['slack', 'feishu'] as const)('on %s', (platform) => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform, firm: firmFile });
  });
  afterAll(() => world.end());

  test('the bot finds them by their address and speaks to them first', async () => {
    await world.travelTo(new Date('2026-11-27T08:00:00Z'));
    expect(world.someone('wang').card('2026-W48').text).toContain('周报');
    expect(world.chat.breaches).toEqual([]);
  });

  test('finding them is in the audit, once', async () => {
    await world.settle();
    const found = await world.rows("SELECT event FROM v_audit WHERE event = 'person.recognized'");
    expect(found).toHaveLength(1);
  });
});
