/** Brings the database to the schema of this version: forward only, one process at a time, each step whole or not at all. */
import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** An operator can mend it; the message says how. */
export class MigrationProblem extends Error {}

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** Any constant of our own: whoever migrates this database holds it. */
const advisoryLock = 7_392_146_501;

/** Prisma's own history table, so that its command line understands what we did. */
const historyTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** The names of the migrations that this call applied. When nothing is pending this is one query. */
export async function migrate(url: string, folder: string = migrationsFolder): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'steward migrates' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const wanted = readMigrations(folder);
    if ((await pendingOf(client, wanted)).length === 0) return [];
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    return await applyAll(client, wanted);
  } finally {
    await client.end();
  }
}

export function readMigrations(folder: string): readonly Migration[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

type Kept = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null };

async function pendingOf(client: pg.Client, wanted: readonly Migration[]): Promise<readonly Migration[]> {
  const kept = new Map((await history(client)).map((row) => [row.migration_name, row]));
  for (const row of kept.values()) {
    const known = wanted.find(({ name }) => name === row.migration_name);
    if (!known) {
      throw new MigrationProblem(
        `the database has been migrated by a newer version (${row.migration_name}): start that version, or restore a backup`,
      );
    }
    if (row.finished_at === null) {
      throw new MigrationProblem(`the migration ${row.migration_name} was begun by another tool and not finished`);
    }
    if (row.checksum !== known.checksum) {
      throw new MigrationProblem(
        `the migration ${known.name} was changed after this database had applied it: restore the file, add a new migration`,
      );
    }
  }
  return wanted.filter(({ name }) => !kept.has(name));
}

async function history(client: pg.Client): Promise<readonly Kept[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  if (!found[0]?.there) return [];
  const { rows } = await client.query<Kept>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  return rows;
}

async function applyAll(client: pg.Client, wanted: readonly Migration[]): Promise<readonly string[]> {
  await client.query(historyTable);
  const pending = await pendingOf(client, wanted);
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

/**
 * The step and its line in the history are one transaction: a kill in between leaves neither. (Prisma's engine writes the
 * line before and completes it after, and a kill in between has to be mended by hand.)
 */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationProblem(`the migration ${name} failed and was undone: ${String(error)}`, { cause: error });
  }
}
