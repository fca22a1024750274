/** `npm run export [folder]`: the read-only views as CSV files that spreadsheets open well, one file a view. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';
import { ConfigProblems, loadSettings, type Settings } from '../bot/runtime/config.ts';
import { startEmbeddedPostgres } from '../bot/runtime/embedded-postgres.ts';
import { createLog } from '../bot/runtime/log.ts';
import { migrate } from '../bot/runtime/migrate.ts';

const views = ['v_records', 'v_inbox', 'v_posts', 'v_agenda', 'v_audit', 'v_sla'] as const;

async function write(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One moment for all files: what they say fits together.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const view of views) {
      const { rows, fields } = await client.query<Record<string, unknown>>(`SELECT * FROM ${view}`);
      const file = path.join(folder, `${view.slice(2)}.csv`);
      // A byte order mark, or spreadsheets garble Chinese; formulas in people's words are kept from running.
      const csv = stringify(rows, {
        header: true,
        columns: fields.map(({ name }) => name),
        bom: true,
        escape_formulas: true,
        cast: { date: (date) => date.toISOString() },
      });
      writeFileSync(file, csv);
      process.stdout.write(`${file}: ${rows.length} rows\n`);
    }
  } finally {
    await client.end();
  }
}

async function run(settings: Settings, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (settings.databaseUrl !== undefined) return write(settings.databaseUrl, folder);
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log: createLog('silent') });
  try {
    await migrate(server.url);
    await write(server.url, folder);
  } finally {
    await server.stop();
  }
}

try {
  await run(loadSettings(), process.argv[2] ?? 'export');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ConfigProblems ? 78 : 1;
}
