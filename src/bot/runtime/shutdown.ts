/** The orderly end of the process: each part is stopped in its turn, and nothing may hold the end up for long. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../ports/log.ts';

/** A part of the process that was started, in the words of the log. */
export type Part = { readonly name: string; readonly stop: () => Promise<void> | void };

export type Patience = { readonly partMs: number; readonly wholeMs: number };

/** Orchestrators kill after ten seconds or more; what hangs must not cost the parts behind it their turn. */
const patience: Patience = { partMs: 4_000, wholeMs: 10_000 };

const echoMs = 1_000;

/** Stops the parts one after the other, in the given order. A part that fails or hangs is left behind; false then. */
export async function stopInOrder(parts: readonly Part[], log: Log, { partMs, wholeMs } = patience): Promise<boolean> {
  const deadline = Date.now() + wholeMs;
  const failed: string[] = [];
  for (const { name, stop } of parts) {
    const leftMs = Math.min(partMs, deadline - Date.now());
    try {
      if (leftMs <= 0) throw new Error('no time was left');
      await within(leftMs, async () => stop());
    } catch (error) {
      failed.push(name);
      log.error({ err: error, part: name }, 'a part did not stop');
    }
  }
  return failed.length === 0;
}

/**
 * Ends the process at SIGTERM or Ctrl-C with 0 when every part stopped, else 1; a second signal ends it at once (but not
 * the echo of the first: npm forwards a Ctrl-C that the terminal has sent to everybody already).
 * An error nobody caught is logged and ends it in the same order, with 1: its state can no longer be trusted.
 * `parts` is asked at that moment, so that an end during the start stops what has been started.
 */
export function endInOrder(parts: () => readonly Part[], log: Log, wait: Patience = patience): void {
  const state = { ending: false, since: 0 };
  const end = async (why: string, code: number): Promise<void> => {
    if (state.ending) return;
    state.ending = true;
    state.since = Date.now();
    log.info({ why }, 'stopping');
    const clean = await stopInOrder(parts(), log, wait);
    log.info({ clean }, 'stopped');
    process.exit(clean ? code : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (state.ending && Date.now() - state.since > echoMs) process.exit(1);
      void end(signal, 0);
    });
  }
  const broken = (kind: string) => (error: unknown) => {
    log.error({ err: error }, kind);
    void end(kind, 1);
  };
  process.on('uncaughtException', broken('an error that nobody caught'));
  process.on('unhandledRejection', broken('a failure that nobody awaited'));
}

async function within(ms: number, work: () => Promise<void>): Promise<void> {
  const tooLate = new AbortController();
  const timer = pause(ms, undefined, { signal: tooLate.signal }).then(() => {
    throw new Error(`it took more than ${ms} ms`);
  });
  try {
    await Promise.race([work(), timer]);
  } finally {
    tooLate.abort();
    await timer.catch(() => undefined);
  }
}
