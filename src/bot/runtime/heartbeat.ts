/** Beats once a second and does nothing else: what is due lives in rows. A beat that takes longer swallows the next ones. */
import { createTask } from 'node-cron';
import type { Log } from '../ports/log.ts';

export type Heartbeat = {
  /** No beat begins any more; resolves when the running one has ended. */
  stop(): Promise<void>;
};

export function startHeartbeat(beat: () => Promise<void>, log: Log): Heartbeat {
  const state: { running: Promise<void> | undefined; stopped: boolean } = { running: undefined, stopped: false };
  const once = (): void => {
    if (state.running || state.stopped) return;
    state.running = beat()
      .catch((error: unknown) => log.error({ err: error }, 'a beat of the clock failed'))
      .finally(() => {
        state.running = undefined;
      });
  };
  const say = (message: string | Error): void => log.debug({ said: String(message) }, 'the cron library says');
  const task = createTask('* * * * * *', once, {
    // Nothing is elected here: the rows decide which process does what.
    distributed: false,
    suppressMissedWarning: true,
    logger: { debug: say, info: say, warn: say, error: say },
  });
  void task.start();
  return {
    stop: async () => {
      state.stopped = true;
      await task.destroy();
      await state.running;
    },
  };
}
