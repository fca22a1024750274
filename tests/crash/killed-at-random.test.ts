/** SIGKILL at random moments of a busy day on two platforms: the same day, counted afterwards, without a loss and without a double. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { WEDNESDAY_TEN } from '../support/world.ts';
import { CrashWorld } from './crash-world.ts';
import { gather, writeFirm } from './crowd.ts';
import { randomRound } from './random-round.ts';

test('forty gestures of a busy firm and four kills lose nothing and double nothing', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-crowd-'));
  const database = await freshDatabase();
  const firmFile = join(folder, 'firm.yaml');
  writeFirm(firmFile);
  const world = await CrashWorld.begin({
    ...{ databaseUrl: database.url, firmFile, platforms: ['slack', 'feishu'] as const, at: WEDNESDAY_TEN },
  });
  try {
    gather(world);
    await world.start();
    const { lost, doubled, broken, kills } = await randomRound(world, { seed: 7, gestures: 40, kills: 4 });
    expect({ lost, doubled, broken, kills }).toEqual({ lost: [], doubled: [], broken: [], kills: 4 });
  } finally {
    await world.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
