/** The embedded database outlives whatever happens to the bot and to itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Log } from '../../src/bot/ports/log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/bot/runtime/embedded-postgres.ts';
import { choosePostgresHome, reaches } from '../../src/bot/runtime/postgres-home.ts';
import { isServer } from '../../src/bot/runtime/postgres-process.ts';
import { until } from './until.ts';

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };
const place: { folder: string } = { folder: '' };

beforeAll(() => {
  place.folder = mkdtempSync(path.join(tmpdir(), 'steward-embedded-'));
  chmodSync(place.folder, 0o711);
});

afterAll(async () => {
  const server = await start();
  await server.stop();
  rmSync(place.folder, { recursive: true, force: true });
});

const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir: place.folder, log });
const home = () => choosePostgresHome(place.folder);

/** Another process that uses the same folder, and what it said about its server. */
async function startBot(): Promise<{ bot: ChildProcess; how: string; pid: number }> {
  const script = path.join(import.meta.dirname, 'embedded-bot.ts');
  const bot = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, place.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: bot.stdout })) {
    return { bot, ...(JSON.parse(line) as { how: string; pid: number }) };
  }
  throw new Error('the bot ended before its database was up');
}

async function end(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(bot, 'exit');
  bot.kill(signal);
  await ended;
}

async function rows(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', nothing);
  await client.connect();
  try {
    const answer = await client.query<{ rows: number }>('select count(*)::int as rows from kept');
    return answer.rows[0]?.rows ?? 0;
  } finally {
    await client.end();
  }
}

test('after the bot was killed, the next one takes over the running server with all its rows', async () => {
  const { bot, how, pid } = await startBot();
  expect(how).toBe('created');
  await end(bot, 'SIGKILL');

  const server = await start();
  expect({ how: server.how, pid: server.pid }).toEqual({ how: 'adopted', pid });
  expect(await rows(server.url)).toBe(1);

  await server.stop();
  expect(isServer(home(), pid)).toBe(false);
});

test('after the bot and its server were both killed, the next start brings every acknowledged row back', async () => {
  const { bot, pid } = await startBot();
  await end(bot, 'SIGKILL');
  process.kill(pid, 'SIGKILL');

  const server = await start();
  expect(server.how).toBe('started');
  expect(await rows(server.url)).toBe(2);
  await server.stop();
});

test('of several processes on one folder the last one to leave stops the server', async () => {
  const { bot, pid } = await startBot();
  const server = await start();
  expect({ how: server.how, pid: server.pid }).toEqual({ how: 'adopted', pid });

  await server.stop();
  expect(isServer(home(), pid)).toBe(true);

  await end(bot, 'SIGTERM');
  expect(isServer(home(), pid)).toBe(false);
});

test('processes that start at the same moment share one server', async () => {
  const [one, two, three] = await Promise.all([startBot(), startBot(), startBot()]);
  expect(new Set([one.pid, two.pid, three.pid]).size).toBe(1);
  await Promise.all([one, two, three].map(({ bot }) => end(bot, 'SIGTERM')));
  expect(isServer(home(), one.pid)).toBe(false);
});

test('a server that is killed under a living bot is started again at the same address', async () => {
  const server = await start();
  const before = await rows(server.url);
  process.kill(server.pid, 'SIGKILL');

  await until(async () => (await rows(server.url).catch(() => -1)) === before, 'the rows are back');
  await server.stop();
});

test('a lock file that names somebody else’s process does not keep the server from starting', async () => {
  const file = path.join(home().data, 'postmaster.pid');
  writeFileSync(file, `${process.pid}\n${home().data}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`);
  const { identity } = home();
  if (identity) chmodSync(file, 0o644);

  const server = await start();
  expect(server.how).toBe('started');
  await server.stop();
});

test('nobody gets in without the password, and only the owner can read it', async () => {
  const server = await start();
  const stranger = new URL(server.url);
  stranger.password = 'guess';
  await expect(rows(stranger.href)).rejects.toThrow(/password authentication failed/);
  expect(statSync(home().secret).mode & 0o777).toBe(0o600);
  expect(readFileSync(home().log, 'utf8')).not.toContain('guess');
  await server.stop();
});

test('a folder below one that lets nobody pass is out of reach for the server’s user', () => {
  const closed = path.join(place.folder, 'closed');
  mkdirSync(path.join(closed, 'inner'), { recursive: true });
  const somebody = { uid: 54_321, gid: 54_321 };
  expect(reaches(somebody, path.join(closed, 'inner'))).toBe(true);
  chmodSync(closed, 0o700);
  expect(reaches(somebody, path.join(closed, 'inner'))).toBe(false);
});
