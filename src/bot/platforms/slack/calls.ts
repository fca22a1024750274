/** One call of the Web API, its failure as a value, and what it tells about the link. */
import type { Result } from '../../ports/platform.ts';
import { type Doing, judge } from './failures.ts';
import type { Link } from './link.ts';

export type Attempt = <T>(doing: Doing, task: () => Promise<T>) => Promise<Result<T>>;

export function makeAttempt(link: Pick<Link<unknown>, 'worked' | 'failed'>): Attempt {
  return async (doing, task) => {
    try {
      const value = await task();
      link.worked();
      return { ok: true, value };
    } catch (error) {
      const judged = judge(error, doing);
      link.failed(judged);
      return { ok: false, failure: judged.failure };
    }
  };
}
