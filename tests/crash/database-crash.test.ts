/** PostgreSQL itself dies with a commit that is not on disk yet: nobody has been told of it, and it is done when the platform delivers again. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/bot/runtime/embedded-postgres.ts';
import { until } from '../runtime/until.ts';
import { firmFile, silent, WEDNESDAY_TEN } from '../support/world.ts';
import { CrashWorld } from './crash-world.ts';
import { nothingAmiss, reckon } from './ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-database-crash-'));
let server: EmbeddedPostgres;
let world: CrashWorld;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  // The server's own writer would bring the commit to disk within milliseconds; here it comes too late.
  server = await startEmbeddedPostgres({ dataDir: folder, log: silent, settings: { wal_writer_delay: '10s' } });
  world = await CrashWorld.begin({ databaseUrl: server.url, firmFile, platforms: ['slack'], at: WEDNESDAY_TEN });
  const chat = world.chat('slack');
  chat.person('U0WANG', { name: '王芳', locale: 'zh-CN', zone: 'Asia/Shanghai' });
  chat.room('C0STRAT', ['U0WANG']);
  await world.start();
});
afterAll(async () => {
  await world.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inbox = () => world.rows<{ key: string }>(`SELECT key FROM v_inbox WHERE intent = 'request.start'`);
const accepted = (): number => world.link('slack').accepted.length;
const postmaster = async (): Promise<number> => {
  const [row] = await world.rows<{ line: string }>(
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS line`,
  );
  return Number(row?.line);
};

test('what a crash of the database undoes was told to nobody, and is done once in the end', async () => {
  const chat = world.chat('slack');
  const flush = world.database.holds({ statement: 'flush', when: 'before' });
  const saying = chat.says('U0WANG', '申请 供电');
  await flush;
  expect(await inbox()).toHaveLength(1);
  // The deliverer has found the post in the meantime, and must wait as well.
  await until(
    async () => (await world.rows(`SELECT 1 FROM v_posts WHERE state = 'sending'`)).length === 1,
    'the post is claimed',
  );

  const before = await postmaster();
  process.kill(before, 'SIGQUIT');
  await until(async () => (await postmaster().catch(() => before)) !== before, 'the database is up again');
  expect(await inbox()).toEqual([]);
  expect(accepted()).toBe(0);
  expect(await saying).toBeGreaterThanOrEqual(500);

  await world.settled();
  expect(await inbox()).toHaveLength(1);
  expect(chat.sees('U0WANG')).toHaveLength(1);
  expect(await reckon(world)).toEqual(nothingAmiss);
});
