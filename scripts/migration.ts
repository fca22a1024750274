/** Development tool: `npm run migration -- name` writes what leads from the migrations so far to prisma/schema.prisma. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '../src/bot/ports/log.ts';
import { startEmbeddedPostgres } from '../src/bot/runtime/embedded-postgres.ts';
import { migrate, migrationsFolder } from '../src/bot/runtime/migrate.ts';
import { difference } from './schema-engine.ts';

const root = path.dirname(import.meta.dirname);
const nothing = (): void => undefined;
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };

/** A scratch database that has every migration so far; it is gone afterwards. */
async function withScratch<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'steward-migration-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, log: silent, settings: { fsync: 'off' } });
  try {
    await migrate(server.url);
    return await work(server.url);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function write(name: string, sql: string): string {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'migration.sql'), sql);
  return path.relative(root, folder);
}

const name = process.argv
  .slice(2)
  .join('_')
  .toLowerCase()
  .replaceAll(/[^a-z0-9]+/g, '_');
if (!name) {
  console.error('Say what the migration does: npm run migration -- add absences');
  process.exit(1);
}
const schema = fs.readFileSync(path.join(root, 'prisma', 'schema.prisma'), 'utf8');
const sql = await withScratch((url) => difference(url, { path: 'schema.prisma', content: schema }));
const isEmpty = sql.split('\n').every((line) => line.trim() === '' || line.startsWith('--'));
console.log(
  isEmpty
    ? 'The migrations lead to prisma/schema.prisma already. For hand-written SQL alone, make the folder yourself.'
    : `Wrote ${write(name, sql)}/migration.sql. Read it: it drops what only hand-written SQL knows of.`,
);
