/** `node scripts/bench/crash.ts [gestures] [kills] [seed]`: the whole day with SIGKILL at random moments, on a durable PostgreSQL of its own. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../src/bot/ports/log.ts';
import { startEmbeddedPostgres } from '../../src/bot/runtime/embedded-postgres.ts';
import { CrashWorld } from '../../tests/crash/crash-world.ts';
import { gather, writeFirm } from '../../tests/crash/crowd.ts';
import { randomRound } from '../../tests/crash/random-round.ts';

const nothing = (): void => undefined;
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };
const [gestures = 200, kills = 20, seed = 1] = process.argv.slice(2).map(Number);

const folder = mkdtempSync(join(tmpdir(), 'steward-crash-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbeddedPostgres({ dataDir: folder, log: silent });
const firmFile = join(folder, 'firm.yaml');
writeFirm(firmFile);
const world = await CrashWorld.begin({
  ...{ databaseUrl: server.url, firmFile, platforms: ['slack', 'feishu'], at: new Date('2026-11-25T02:00:00Z') },
});
async function end(): Promise<void> {
  await world.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().finally(() => process.exit(1)));
try {
  gather(world);
  await world.start();
  const round = await randomRound(world, { seed, gestures, kills, say: (words) => console.error(words) });
  console.log(
    `seed ${seed}: ${round.gestures} gestures on Slack and Feishu, ${round.kills} kills, ${round.redelivered} delivered again`,
  );
  console.log(`${round.records} records, ${round.messages} messages accepted by the platforms`);
  console.log(
    'lost: a gesture without its effect in the rows; a post that is not sent, or sent and never accepted by the platform',
  );
  console.log(
    'doubled: a post that stands as two messages; a picture that stands twice in one chat; a request recorded twice',
  );
  console.log(
    'broken: the audit chain, an agenda row missing or too many, an audit row without a gesture, a version without an event',
  );
  console.log(`lost ${round.lost.length}, doubled ${round.doubled.length}, broken ${round.broken.length}`);
  for (const finding of [...round.lost, ...round.doubled, ...round.broken]) console.log(`  ${finding}`);
  process.exitCode = round.lost.length + round.doubled.length + round.broken.length === 0 ? 0 : 1;
} finally {
  await end();
}
