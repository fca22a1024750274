/**
 * Commits that are safe on disk, many to one write: a gesture's transaction ends without waiting for the disk, so it holds the head of
 * the audit's chain for microseconds instead of a whole disk write, and nobody is answered before a flush that began after it has ended.
 * https://www.postgresql.org/docs/current/wal-async-commit.html
 */
import type pg from 'pg';

/** Asked inside a transaction: its commit does not wait. Whatever commits after it in the usual way makes it durable too. */
export const withoutWaiting = `set_config('synchronous_commit', 'off', true)`;

/** Resolves when all that had been committed at the time of the call is on disk. Callers that meet share one flush. */
export function durability(pool: pg.Pool): () => Promise<void> {
  const flush = async (): Promise<void> => {
    // The smallest transaction that writes: its own commit waits until the log is on disk up to its end.
    await pool.query({ name: 'flush', text: `SELECT pg_logical_emit_message(true, 'steward', '')` });
  };
  const state: { running: Promise<void>; next: Promise<void> | undefined } = {
    running: Promise.resolve(),
    next: undefined,
  };
  const following = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined);
    state.running = state.next ?? state.running;
    state.next = undefined;
    await flush();
  };
  return () => {
    state.next ??= following(state.running);
    return state.next;
  };
}
