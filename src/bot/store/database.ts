/** The connections to PostgreSQL: one pool, used by Prisma and by the few hot statements. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { durability } from './durable.ts';
import { PrismaClient } from './generated/client.ts';

export type Database = {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  /** Resolves when all that had been committed by now is on disk. */
  readonly durable: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  readonly url: string;
  /** Names this process to the database; while a connection of that name lives, so does the process. */
  readonly processName: string;
  readonly connections?: number;
  /** Hears of connections that broke while idle; they are replaced by themselves. */
  readonly onIdleError: (error: Error) => void;
};

/** A statement that takes longer than this has lost its database; callers get an error and try again. */
const STATEMENT_TIMEOUT_MS = 15_000;
const CONNECT_TIMEOUT_MS = 5_000;

export function openDatabase({ url, processName, connections = 10, onIdleError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // One connection is kept for good: it is this process's sign of life for the others.
    min: 1,
    application_name: processName,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  pool.on('error', onIdleError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    pool,
    prisma,
    durable: durability(pool),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * Connection, operator-intervention, resource and system errors of PostgreSQL, and those of the socket.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const UNREACHABLE_CODES = /^(08|53|57|58)|^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|ENOENT)/;
/** Errors of the pool and of broken sockets have no code. */
const UNREACHABLE_WORDS = /terminated|timeout|Connection ended|not queryable|closed the connection/i;

export function unavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (UNREACHABLE_CODES.test(code) || UNREACHABLE_WORDS.test(error.message)) return true;
  // Prisma wraps the driver's error; several failed addresses come as one AggregateError.
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.some((one) => one !== undefined && unavailable(one));
}
