/** A PostgreSQL server of our own, for a bot that was given none: started or adopted, watched, and stopped by the last to leave. */
import * as fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../ports/log.ts';
import { oneAtATime } from './machine-lock.ts';
import { choosePostgresHome, type PostgresHome, PostgresProblem } from './postgres-home.ts';
import {
  createCluster,
  isServer,
  type Postmaster,
  readPostmaster,
  startServer,
  stopServer,
} from './postgres-process.ts';

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** Server settings on top of ours, for a server that this call starts. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type EmbeddedPostgres = {
  readonly url: string;
  /** `adopted`: a server that outlived the bot that had started it, or that another process here uses as well. */
  readonly how: 'created' | 'started' | 'adopted';
  readonly pid: number;
  /** Stops the server unless another process uses it. Close your own connections first. */
  stop(): Promise<void>;
};

const database = 'steward';
const holderPrefix = 'steward holds ';
const adoptPatienceMs = 120_000;

/**
 * Every process keeps one connection open that says "I use this server": whoever leaves looks whether it was the last.
 * When that connection breaks, the server has died, and is started again on the same port.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = await oneAtATime('choosing where PostgreSQL lives', async () => choosePostgresHome(options.dataDir));
  const state: State = { options, home, stopping: false };
  const { how, server } = await oneAtATime(home.data, () => bring(state));
  const stop = async (): Promise<void> => {
    state.stopping = true;
    await oneAtATime(home.data, () => leave(state));
  };
  options.log.info({ how, pid: server.pid, port: server.port, folder: home.data }, 'embedded PostgreSQL is up');
  return { url: urlOf(home, server.port, database), how, pid: server.pid, stop };
}

type State = {
  readonly options: EmbeddedOptions;
  readonly home: PostgresHome;
  holder?: pg.Client;
  stopping: boolean;
};

async function bring(state: State, port?: number): Promise<Pick<EmbeddedPostgres, 'how'> & { server: Postmaster }> {
  const { home, options } = state;
  const running = await runningServer(home);
  const isNew = !fs.existsSync(`${home.data}/PG_VERSION`);
  if (isNew) createCluster(home);
  const server = running ?? (await startServer(home, options.settings ?? {}, port));
  await ensureDatabase(home, server.port);
  await hold(state, server.port);
  return { how: running ? 'adopted' : isNew ? 'created' : 'started', server };
}

/** The server that is running on our folder already, once it answers. A file of a dead one answers undefined. */
async function runningServer(home: PostgresHome): Promise<Postmaster | undefined> {
  const deadline = Date.now() + adoptPatienceMs;
  for (;;) {
    const server = readPostmaster(home);
    if (!server || !isServer(home, server.pid)) return undefined;
    if (server.ready && (await serves(home, server.port))) return server;
    if (Date.now() > deadline) {
      throw new PostgresProblem(
        `the PostgreSQL of process ${server.pid} uses ${home.data} but does not answer: stop it`,
      );
    }
    await pause(50);
  }
}

async function serves(home: PostgresHome, port: number): Promise<boolean> {
  try {
    return await withClient(urlOf(home, port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
      return rows[0]?.folder === home.data;
    });
  } catch {
    return false;
  }
}

async function ensureDatabase(home: PostgresHome, port: number): Promise<void> {
  await withClient(urlOf(home, port, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  });
}

async function hold(state: State, port: number): Promise<void> {
  const holder = new pg.Client({
    connectionString: urlOf(state.home, port, database),
    application_name: `${holderPrefix}${process.pid}`,
    keepAlive: true,
  });
  holder.on('error', () => undefined);
  holder.once('end', () => {
    if (!state.stopping) void revive(state, port);
  });
  await holder.connect();
  state.holder = holder;
}

async function revive(state: State, port: number): Promise<void> {
  const { log } = state.options;
  log.error({ port }, 'the embedded PostgreSQL has gone away, starting it again');
  for (let waitMs = 100; !state.stopping; waitMs = Math.min(waitMs * 2, 10_000)) {
    try {
      const { server } = await oneAtATime(state.home.data, () => bring(state, port));
      log.info({ pid: server.pid, port: server.port }, 'the embedded PostgreSQL is up again');
      return;
    } catch (error) {
      log.error({ err: error, waitMs }, 'the embedded PostgreSQL could not be started again');
      await pause(waitMs);
    }
  }
}

async function leave(state: State): Promise<void> {
  await state.holder?.end().catch(() => undefined);
  const server = readPostmaster(state.home);
  if (!server || !isServer(state.home, server.pid)) return;
  if (await othersHold(state.home, server.port)) {
    state.options.log.info({ pid: server.pid }, 'embedded PostgreSQL stays up: another process uses it');
    return;
  }
  await stopServer(state.home, server);
  state.options.log.info({ pid: server.pid }, 'embedded PostgreSQL is down');
}

async function othersHold(home: PostgresHome, port: number): Promise<boolean> {
  return withClient(urlOf(home, port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select application_name as name from pg_stat_activity where starts_with(application_name, $1)',
      [holderPrefix],
    );
    const holders = rows.map(({ name }) => Number(name.slice(holderPrefix.length)));
    return holders.some((pid) => pid !== process.pid && isAlive(pid));
  }).catch(() => false);
}

/** The connection of a process that was killed is still listed for a moment. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is a process, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(home: PostgresHome, port: number, name: string): string {
  return `postgresql://steward:${fs.readFileSync(home.secret, 'utf8').trim()}@127.0.0.1:${port}/${name}`;
}
