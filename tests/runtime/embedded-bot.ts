/** A bot of the smallest kind, for the tests of the embedded database: brings the server up, keeps one row, waits to be ended. */
import pg from 'pg';
import type { Log } from '../../src/bot/ports/log.ts';
import { startEmbeddedPostgres } from '../../src/bot/runtime/embedded-postgres.ts';

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log });
const client = new pg.Client({ connectionString: server.url });
client.on('error', nothing);
await client.connect();
await client.query('create table if not exists kept (at timestamptz default now())');
await client.query('insert into kept default values');
process.on('SIGTERM', () => {
  void client
    .end()
    .then(() => server.stop())
    .then(() => process.exit(0));
});
console.log(JSON.stringify({ how: server.how, pid: server.pid }));
