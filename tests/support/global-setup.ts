/** One PostgreSQL for the whole run, with a template that has every migration; each test file clones it in milliseconds. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { Log } from '../../src/bot/ports/log.ts';
import { startEmbeddedPostgres } from '../../src/bot/runtime/embedded-postgres.ts';
import { migrate } from '../../src/bot/runtime/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's PostgreSQL, by its administrative database, and the name of the migrated template in it. */
    readonly postgres: { readonly url: string; readonly template: string };
  }
}

/** What is lost with the machine's power may be lost here: the whole server is thrown away. Crash tests start their own. */
const forSpeed = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const nothing = (): void => undefined;
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-tests-'));
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, log: silent, settings: forSpeed });
  const teardown = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide('postgres', { url: server.url, template: await makeTemplate(server.url) });
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function makeTemplate(url: string): Promise<string> {
  const template = 'migrated';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${template}`;
  await migrate(own.href);
  return template;
}
