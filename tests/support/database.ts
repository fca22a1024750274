/** A database of one's own for a test file: a clone of the migrated template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type FreshDatabase = {
  readonly url: string;
  /** Also ends the connections that are still open to it. */
  readonly drop: () => Promise<void>;
};

export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, template } = inject('postgres');
  return create(url, `template ${template}`);
}

/** Without any migration, for the tests of migrating itself. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return create(inject('postgres').url, 'template template0');
}

async function create(adminUrl: string, from: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(adminUrl, `create database ${name} ${from}`);
  const own = new URL(adminUrl);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => run(adminUrl, `drop database if exists ${name} with (force)`) };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
