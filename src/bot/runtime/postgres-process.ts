/** The PostgreSQL server as a process of its own: made, started, recognised, stopped. It outlives the bot that started it. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PostgresHome, PostgresProblem } from './postgres-home.ts';

/** What `postmaster.pid` says (https://www.postgresql.org/docs/current/storage-file-layout.html). */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

const everyMs = 10;
const startPatienceMs = 120_000;
const stopPatienceMs = 30_000;

/** What makes a server that has only just died look alive, or another take our port: worth another try. */
const passing = /pre-existing shared memory block|Address already in use|could not bind/;

/** Only our own settings and no words of people in the log: errors would quote the values of statements. */
const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** A kill while this runs leaves nothing that looks like a database: the finished cluster is moved into place. */
export function createCluster(home: PostgresHome): void {
  const unfinished = `${home.data}.new`;
  const passwordFile = `${home.secret}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.rmSync(passwordFile, { force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  give(home, unfinished, passwordFile);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=steward', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    run(home, 'initdb', [`--pgdata=${unfinished}`, ...access, ...locale, '--no-instructions']);
  } catch (error) {
    throw new PostgresProblem(`the embedded database could not be created: ${reason(error, home)}`);
  }
  if (home.identity) fs.chownSync(passwordFile, 0, 0);
  fs.renameSync(passwordFile, home.secret);
  fs.renameSync(unfinished, home.data);
}

export function readPostmaster(home: PostgresHome): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Starts the server in a session of its own, so that a Ctrl-C for the bot is not one for the database. */
export async function startServer(
  home: PostgresHome,
  settings: Readonly<Record<string, string>>,
  preferredPort?: number,
): Promise<Postmaster> {
  const deadline = Date.now() + startPatienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const port = attempt < 3 && preferredPort ? preferredPort : await freePort();
    const outcome = await startOnce(home, { ...serverSettings, ...settings, port: String(port) }, deadline);
    if (outcome.ok) return outcome.server;
    if (!passing.test(outcome.why) || attempt > 50) {
      throw new PostgresProblem(`the embedded PostgreSQL did not start: ${outcome.why.trim()} (${home.log})`);
    }
    await pause(100);
  }
}

type Outcome = { readonly ok: true; readonly server: Postmaster } | { readonly ok: false; readonly why: string };

async function startOnce(
  home: PostgresHome,
  settings: Readonly<Record<string, string>>,
  deadline: number,
): Promise<Outcome> {
  disownStaleFile(home);
  if (fs.existsSync(home.log)) fs.renameSync(home.log, `${home.log}.1`);
  const log = fs.openSync(home.log, 'w', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binary(home, 'postgres'), ['-D', home.data, ...flags], {
    ...surroundings(home),
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const over: { why?: string; ready?: boolean } = {};
  child.on('error', (error) => {
    over.why = reason(error, home);
  });
  child.on('exit', () => {
    if (!over.ready) over.why ??= fs.readFileSync(home.log, 'utf8');
  });
  child.unref();
  while (over.why === undefined && Date.now() < deadline) {
    const server = readPostmaster(home);
    if (server?.ready && server.pid === child.pid) {
      over.ready = true;
      return { ok: true, server };
    }
    await pause(everyMs);
  }
  return { ok: false, why: over.why ?? 'it is still recovering; start again in a while' };
}

/** Fast shutdown: open transactions are rolled back, what was committed is on disk. */
export async function stopServer(home: PostgresHome, server: Postmaster): Promise<void> {
  if (process.platform === 'win32') {
    run(home, 'pg_ctl', ['stop', '-w', '-m', 'fast', '-D', home.data]);
    return;
  }
  process.kill(server.pid, 'SIGINT');
  const deadline = Date.now() + stopPatienceMs;
  // Its file goes a moment before the process does.
  while (isServer(home, server.pid) && Date.now() < deadline) {
    await pause(everyMs);
  }
}

/**
 * After a hard stop of the machine the number in `postmaster.pid` may belong to somebody else (or to a corpse nobody buries),
 * and PostgreSQL would refuse to start. The number is replaced by an impossible one; the rest of the file stays, because
 * PostgreSQL reads in it whether children of the dead server are still at work.
 */
function disownStaleFile(home: PostgresHome): void {
  const server = readPostmaster(home);
  if (!server || !(server.pid > 0) || isServer(home, server.pid)) return;
  const file = path.join(home.data, 'postmaster.pid');
  const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, ['999999999', ...rest].join('\n'));
}

/** Whether that process is a PostgreSQL server on this folder. */
export function isServer(home: PostgresHome, pid: number): boolean {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0);
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home.data);
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(home.data);
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function binary(home: PostgresHome, name: string): string {
  return path.join(home.binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The server gets none of the bot's environment: there are tokens in it. Windows cannot do without. */
function surroundings(home: PostgresHome): { cwd: string; uid?: number; gid?: number; env?: Record<string, string> } {
  const env = process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } };
  return { cwd: home.binaries, ...home.identity, ...env };
}

function run(home: PostgresHome, name: string, args: readonly string[]): void {
  execFileSync(binary(home, name), args, { ...surroundings(home), stdio: ['ignore', 'pipe', 'pipe'] });
}

function give(home: PostgresHome, ...places: readonly string[]): void {
  const { identity } = home;
  if (identity) for (const place of places) fs.chownSync(place, identity.uid, identity.gid);
}

function reason(error: unknown, home: PostgresHome): string {
  if (!(error instanceof Error)) return String(error);
  const missing = 'code' in error && error.code === 'ENOENT' && fs.existsSync(binary(home, 'postgres'));
  if (missing) return 'this system (musl?) cannot run its binaries: set DATABASE_URL to a PostgreSQL server';
  const output = 'stderr' in error ? String(error.stderr).trim() : '';
  return /error while loading shared libraries/.test(output)
    ? `${output} (run \`node scripts/setup.mjs start\`)`
    : output || error.message;
}
