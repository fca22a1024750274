/** Whether Slack lets us in, and the background probe that finds out when it does again. */
import type { Log } from '../../ports/log.ts';
import type { Judged } from './failures.ts';

export type Link<Who> = {
  /** Resolves with the first answer of Slack, good or unreachable; rejects when it refuses the token. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  readonly trouble: () => string | undefined;
  /** Who we are, once Slack has told. */
  readonly who: () => Who | undefined;
  /** A call went well. */
  readonly worked: () => void;
  /** A call failed; only some failures tell about the link as a whole. */
  readonly failed: (judged: Judged) => void;
};

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

/** `ask` is `auth.test`; `judge` tells what its error means. */
export function makeLink<Who>(ask: () => Promise<Who>, judge: (error: unknown) => Judged, log: Log): Link<Who> {
  let who: Who | undefined;
  let trouble: string | undefined = 'not started';
  let waitMs = firstWaitMs;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function worked(): void {
    if (who === undefined || stopped) return;
    if (trouble !== undefined) log.info({}, 'Slack answers');
    trouble = undefined;
    waitMs = firstWaitMs;
  }
  function failed(judged: Judged): void {
    if (judged.link) broken(judged);
  }
  function broken({ link, failure }: Judged): void {
    if (stopped) return;
    trouble = `Slack ${link === 'refused' ? 'refuses the bot token' : 'is unreachable'}: ${failure.cause}`;
    log.warn({ trouble }, 'the link to Slack is down');
    if (timer) return;
    timer = setTimeout(() => void probe(), waitMs).unref();
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
  async function probe(): Promise<void> {
    timer = undefined;
    const missed = await asked();
    if (missed) broken(missed);
  }
  async function asked(): Promise<Judged | undefined> {
    try {
      who = await ask();
      worked();
      return undefined;
    } catch (error) {
      return judge(error);
    }
  }

  return {
    start: async () => {
      const missed = await asked();
      if (!missed) return;
      const refused = missed.link === 'refused' || missed.failure.verdict === 'never';
      if (refused) throw new Error(`Slack refuses SLACK_BOT_TOKEN: ${missed.failure.cause}`);
      broken(missed);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      trouble = 'stopped';
    },
    trouble: () => trouble,
    who: () => who,
    worked,
    failed,
  };
}
