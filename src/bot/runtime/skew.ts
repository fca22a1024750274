/** Whether this machine's clock agrees with the database's: a wrong clock would ask too early, and nothing may come early. */
import type { Log } from '../ports/log.ts';

/** Seconds of difference are ordinary; from here on operators are told. */
const TOLD_MS = 30_000;
/** From here on time is left alone until the clocks agree: late is mended by its rules, early by nothing. */
const HELD_MS = 5 * 60_000;
const EVERY_MS = 10_000;

export type Skew = {
  /** Compares, at most every ten seconds. Rejects when the database cannot be asked. */
  readonly look: () => Promise<void>;
  /** What is wrong, in words; undefined while the clocks agree. */
  readonly trouble: () => string | undefined;
  /** Whether what is due may be asked. */
  readonly trusted: () => boolean;
};

export function clockSkew(realNow: () => number, sharedNow: () => Promise<number>, log: Log): Skew {
  const state = { skewMs: 0, lookedAt: Number.NEGATIVE_INFINITY, told: false };
  const trouble = (): string | undefined => {
    if (Math.abs(state.skewMs) < TOLD_MS) return undefined;
    const seconds = Math.round(Math.abs(state.skewMs) / 1000);
    const way = state.skewMs > 0 ? 'ahead of' : 'behind';
    const held = Math.abs(state.skewMs) < HELD_MS ? '' : '; nothing that is due is asked until they agree';
    return `this machine's clock is ${seconds} s ${way} the database's${held}`;
  };
  return {
    look: async () => {
      const before = realNow();
      if (before - state.lookedAt < EVERY_MS && before >= state.lookedAt) return;
      const shared = await sharedNow();
      // The answer was made somewhere between asking and hearing it.
      const after = realNow();
      state.skewMs = Math.abs(before - shared) < Math.abs(after - shared) ? before - shared : after - shared;
      state.lookedAt = after;
      const wrong = trouble();
      if (wrong !== undefined && !state.told) log.error({ skewMs: state.skewMs }, wrong);
      if (wrong === undefined && state.told) log.info({}, "this machine's clock agrees with the database's again");
      state.told = wrong !== undefined;
    },
    trouble,
    trusted: () => Math.abs(state.skewMs) < HELD_MS,
  };
}
