/** Everybody is asked at one moment: how long that takes beside what the platforms' own pace allows at best. */
import { setTimeout as pause } from 'node:timers/promises';
import * as feishu from '../../src/bot/platforms/feishu/limits.ts';
import * as slack from '../../src/bot/platforms/slack/limits.ts';
import { benchFirm } from './firm.ts';
import type { Call, LeanPlatforms } from './lean-platforms.ts';
import { Child, Stage } from './stage.ts';

const JUST_BEFORE = new Date('2026-11-27T07:59:00Z');
const FRIDAY_FOUR = new Date('2026-11-27T08:00:00Z');
/** How many times faster the platforms' pace is kept. */
const AS_IT_IS = 1;
/** A bucket that has filled up while nobody spoke lets one second's worth go at once. */
const BURST_SECONDS = 1;
const MINUTE_SECONDS = 60;

const limits = { slack: slack.messagesPerAppPerSecond, feishu: feishu.perAppPerSecond } as const;
type Name = keyof typeof limits;

/** People are spread as the platforms' paces are, so that both end together: 10,000 are asked in eight minutes. */
function accounts(n: number): object {
  return n % (limits.slack + limits.feishu) < limits.slack ? { slack: `U0P${n}` } : { feishu: `ou_p${n}` };
}

export type FannedOut = {
  readonly platform: Name;
  readonly count: number;
  readonly tookSeconds: number;
  readonly idealSeconds: number;
  /** Messages in the busiest minute beyond what the platform allows: none, or the platform would have refused. */
  readonly over: number;
};

const MOST_RATIO = 1.1;

export function fannedOut(all: readonly FannedOut[]): readonly string[] {
  return all.map(({ platform, count, tookSeconds, idealSeconds, over }) => {
    const ratio = tookSeconds / idealSeconds;
    const verdict = ratio <= MOST_RATIO && over === 0 ? 'met    ' : 'NOT MET';
    const times = `${tookSeconds.toFixed(0)} s of ${idealSeconds.toFixed(0)} s at best`;
    return `${verdict}  ${count} people on ${platform} asked at one moment: ${times}, ${ratio.toFixed(3)}; ${over} over the pace`;
  });
}

/** `to` of Slack's people begins with D or U. */
const platformOf = ({ to }: Call): Name => (to.startsWith('ou_') ? 'feishu' : 'slack');

/** The most messages in any minute, beyond pace and burst: both platforms count by the minute, and single ones come bunched over the wire. */
function overPace(times: readonly number[], perSecond: number): number {
  const most = perSecond * (MINUTE_SECONDS + BURST_SECONDS) + 1;
  let from = 0;
  let busiest = 0;
  for (const [until, at] of times.entries()) {
    while (at - (times[from] ?? at) > MINUTE_SECONDS * 1000) from += 1;
    busiest = Math.max(busiest, until - from + 1);
  }
  return Math.max(0, busiest - most);
}

async function putClock(stage: Stage, at: Date): Promise<void> {
  await stage.pool.query('UPDATE clock_offset SET offset_ms = $1', [at.getTime() - Date.now()]);
}

export async function fanOut(people: number): Promise<readonly FannedOut[]> {
  const stage = await Stage.open(benchFirm(people, accounts));
  try {
    const env = { ...process.env, ...stage.settings, TEST_CLOCK: 'on' };
    const bot = await Child.start('unpaced.ts', [String(AS_IT_IS)], env);
    try {
      await putClock(stage, JUST_BEFORE);
      await pause(3000);
      const began = performance.now();
      await putClock(stage, FRIDAY_FOUR);
      return await measured(stage.platforms, people, began);
    } finally {
      bot.stop();
    }
  } finally {
    await stage.close();
  }
}

async function measured(platforms: LeanPlatforms, people: number, began: number): Promise<readonly FannedOut[]> {
  const posts = (): readonly Call[] => platforms.calls.filter(({ what, at }) => what === 'post' && at >= began);
  while (posts().length < people) await pause(250);
  return (['slack', 'feishu'] as const).map((platform) => {
    const times = posts()
      .filter((call) => platformOf(call) === platform)
      .map(({ at }) => at);
    return {
      ...{ platform, count: times.length },
      tookSeconds: ((times.at(-1) ?? Number.NaN) - began) / 1000,
      idealSeconds: times.length / limits[platform],
      over: overPace(times, limits[platform]),
    };
  });
}
