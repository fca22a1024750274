/** Bringing a database to this version's schema. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MigrationProblem, migrate } from '../../src/bot/runtime/migrate.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts';

const open: { database?: FreshDatabase; folder?: string } = {};

beforeEach(async () => {
  open.database = await emptyDatabase();
  open.folder = mkdtempSync(path.join(tmpdir(), 'steward-steps-'));
});

afterEach(async () => {
  await open.database?.drop();
  rmSync(open.folder ?? '', { recursive: true, force: true });
});

function write(name: string, sql: string): string {
  const folder = open.folder ?? '';
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
  return folder;
}

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: open.database?.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const url = (): string => open.database?.url ?? '';
const notes = `create table note (words text); insert into note values ('a; b');
  create function two() returns int language plpgsql as $$ begin return 1; return 2; end $$;`;

test('a new database gets every migration in order, functions with semicolons included, and nothing the second time', async () => {
  write('2_more', 'alter table note add column at timestamptz;');
  const folder = write('1_note', notes);

  expect(await migrate(url(), folder)).toEqual(['1_note', '2_more']);
  expect(await migrate(url(), folder)).toEqual([]);
  expect(await ask('select words, two() from note')).toEqual([{ words: 'a; b', two: 1 }]);
});

test('ten processes that start at once apply every migration once', async () => {
  const folder = write('1_note', notes);

  const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(url(), folder)));

  expect(applied.flat()).toEqual(['1_note']);
  expect(await ask('select count(*)::int as rows from note')).toEqual([{ rows: 1 }]);
});

test('a migration that fails half way leaves nothing behind and says which one it was', async () => {
  const folder = write('1_note', `${notes} insert into nowhere values (1);`);

  await expect(migrate(url(), folder)).rejects.toThrow(/1_note failed and was undone: .*"nowhere" does not exist/);
  expect(await ask(`select to_regclass('note') as note`)).toEqual([{ note: null }]);

  write('1_note', notes);
  expect(await migrate(url(), folder)).toEqual(['1_note']);
});

test('a database of a newer version is refused instead of being used with the wrong schema', async () => {
  await migrate(url(), write('1_note', notes));
  rmSync(path.join(open.folder ?? '', '1_note'), { recursive: true });

  await expect(migrate(url(), open.folder)).rejects.toThrow(MigrationProblem);
  await expect(migrate(url(), open.folder)).rejects.toThrow(/migrated by a newer version \(1_note\)/);
});

test('a migration that was changed after it had been applied is refused', async () => {
  const folder = write('1_note', notes);
  await migrate(url(), folder);
  write('1_note', `${notes} -- a second thought`);

  await expect(migrate(url(), folder)).rejects.toThrow(/1_note was changed after this database had applied it/);
});

test('every test file gets a database with all migrations of the product', async () => {
  const fresh = await freshDatabase();
  expect(await migrate(fresh.url)).toEqual([]);
  await fresh.drop();
});
