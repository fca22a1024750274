/** The product's time: the real one, moved by an offset that all processes share through the store. */
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

export type ProductClock = Clock & {
  /** Lets the clock stand at `target`; from there it goes on with real time. */
  moveTo(target: Date): Promise<void>;
  /** Learns what other processes have moved. */
  refresh(): Promise<void>;
};

export function productClock(store: Store, realNow: () => number, movable: boolean): ProductClock {
  const state = { offsetMs: 0, moves: 0, moving: 0 };
  return {
    now: () => new Date(realNow() + state.offsetMs),
    moveTo: async (target) => {
      state.offsetMs = target.getTime() - realNow();
      state.moves += 1;
      state.moving += 1;
      try {
        await store.moveClock(state.offsetMs);
      } finally {
        state.moving -= 1;
      }
    },
    refresh: async () => {
      // An installation that may not move its clock ignores what a playground on the same database once did.
      if (!movable || state.moving > 0) return;
      const before = state.moves;
      const offsetMs = await store.clockOffset();
      // What was read while this process moved its own clock may be older than the move.
      if (state.moves === before && state.moving === 0) state.offsetMs = offsetMs;
    },
  };
}
