/** Slack as a platform of Steward: the parts of this folder put together. */
import type { Clock } from '../../ports/clock.ts';
import type { HttpDoor } from '../../ports/http.ts';
import type { Log } from '../../ports/log.ts';
import type { PlatformMemory } from '../../ports/platform-memory.ts';
import type { Platform } from '../../ports/platform.ts';
import { makeAnswering } from './answering.ts';
import { ChartFiles } from './chart-files.ts';
import { makeAttempt } from './calls.ts';
import { judge } from './failures.ts';
import { door } from './http.ts';
import { makeInTime } from './in-time.ts';
import { readGesture } from './inbound/read.ts';
import { editableDays, messagesPerAppPerSecond, messagesPerChannelPerSecond } from './limits.ts';
import { makeLink } from './link.ts';
import { makeOutbound } from './outbound.ts';
import { makeAccountOf, makeLocaleOf, makeProfile } from './profiles.ts';
import { makeTelling } from './telling.ts';
import { makeUpload } from './upload.ts';
import { identityOf, makeClient, makeListener, type SlackOptions } from './wire.ts';

export type { SlackOptions } from './wire.ts';

type Needs = {
  readonly http: HttpDoor;
  readonly log: Log;
  readonly realTime: Clock;
  /** None: charts are shown in words. */
  readonly memory?: PlatformMemory;
};

const traits: Platform['traits'] = {
  editableDays,
  perChatPerSecond: messagesPerChannelPerSecond,
  perAppPerSecond: messagesPerAppPerSecond,
  hasHome: true,
  hasInbox: false,
  repaintsPressed: false,
};

export function slack(options: SlackOptions, { http, log: rootLog, realTime, memory }: Needs): Platform {
  const log = rootLog.child({ platform: 'slack' });
  const client = makeClient(options, log);
  const askWho = () => identityOf(client);
  const link = makeLink(askWho, (error) => judge(error, 'update'), log);
  const attempt = makeAttempt(link);
  const profile = makeProfile(client, attempt);
  const owner = () => link.who()?.botUser;
  const upload = makeUpload(client);
  const files = memory && new ChartFiles({ upload, memory, owner, realTime, log });
  const going = new Set<Promise<unknown>>();
  let stopped = false;

  /** Takes work that never rejects, and knows it until it is done. */
  function keep(work: Promise<unknown>): void {
    going.add(work);
    void work.finally(() => going.delete(work));
  }

  /** Bolt's listener, built on the first request after Slack has told who the bot is. */
  function listening(hear: Parameters<Platform['start']>[0]) {
    const telling = makeTelling(client, log);
    const localeOf = makeLocaleOf(profile);
    const inTime = makeInTime(keep, log);
    let listener: ReturnType<typeof makeListener> | undefined;
    return () => {
      const who = link.who();
      if (who === undefined || stopped) return undefined;
      const read = (body: Parameters<typeof readGesture>[0]) => readGesture(body, who.botUser);
      listener ??= makeListener(options, who, log, makeAnswering({ hear, read, telling, localeOf, inTime, keep, log }));
      return listener;
    };
  }

  return {
    // The one place where the platform names itself.
    id: 'slack' as Platform['id'],
    traits,
    async start(hear) {
      const answer = door({ signingSecret: options.signingSecret, realTime, log, listener: listening(hear) });
      http.mount('/slack/events', async (request, response) => {
        const work = answer(request, response);
        keep(work.catch(() => {}));
        await work;
      });
      await link.start();
    },
    async stop() {
      stopped = true;
      link.stop();
      await Promise.allSettled(going);
    },
    async settled() {
      await Promise.allSettled(going);
    },
    trouble: () => link.trouble(),
    profile,
    accountOf: makeAccountOf(client, attempt),
    ...makeOutbound(client, attempt, realTime, files),
  };
}
