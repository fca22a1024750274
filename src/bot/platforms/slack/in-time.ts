/** Work that must not keep Slack waiting: done in time, or finished behind the acknowledgement. */
import type { Log } from '../../ports/log.ts';
import { answerWithinMs } from './limits.ts';

/** Whether the acknowledgement has gone out already. */
export type Late = () => boolean;

export type InTime = (task: (late: Late) => Promise<unknown>) => Promise<unknown>;

/** `keep` is told of the work, so that a stopping process can wait for what is still going on. */
export function makeInTime(keep: (work: Promise<unknown>) => void, log: Log): InTime {
  return async (task) => {
    const { promise: over, resolve } = Promise.withResolvers<undefined>();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve(undefined);
    }, answerWithinMs);
    const work = task(() => late);
    keep(work.catch((error: unknown) => log.error({ cause: String(error) }, 'a gesture was not answered')));
    return Promise.race([work, over]).finally(() => clearTimeout(timer));
  };
}
