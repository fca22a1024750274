/** The interleaved part: every variant in every round, in turn, on the same machine, server and tables. */
import type { BotProcess } from '../../tests/crash/bot-process.ts';
import { PEOPLE } from './firm.ts';
import { median, quantile } from './figures.ts';
import { type Gesture, said } from './gestures.ts';
import { evenly, saturate } from './load.ts';
import type { Prepared } from './prepare.ts';
import type { Child, Stage } from './stage.ts';

export const rates = [20, 100, 300] as const;
export const variants = [
  'message',
  'submission',
  'submission-reference',
  'bare bolt',
  'press',
  'press-reference',
] as const;
export type Variant = (typeof variants)[number];

export type Paced = { readonly p50: number; readonly p99: number; readonly max: number; readonly failures: number };
export type Measured = { readonly perSecond: number; readonly paced: ReadonlyMap<number, Paced> };

export type Lengths = { readonly rounds: number; readonly saturateMs: number; readonly paceMs: number };

export type Cast = {
  readonly stage: Stage;
  readonly bot: BotProcess;
  readonly reference: Child;
  readonly bolt: Child;
  readonly prepared: Prepared;
};

/** How many are prepared for the first saturation of a variant; afterwards, half more than were answered last time. */
const FIRST_GUESS = 1500;

async function gesturesFor(variant: Variant, count: number, { prepared }: Cast): Promise<readonly Gesture[]> {
  const each = <T>(make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
  switch (variant) {
    case 'message':
      return each((n) => said(n % PEOPLE, `申请 market study ${n}`));
    case 'submission':
    case 'submission-reference':
      return prepared.forms.submissions(count);
    case 'bare bolt':
      return prepared.forms.submissions(count, 2);
    case 'press':
    case 'press-reference':
      return prepared.approvals.presses(await prepared.approvals.make(count));
  }
}

function portOf(variant: Variant, { bot, reference, bolt }: Cast): number {
  if (variant === 'bare bolt') return bolt.port;
  return variant.endsWith('reference') ? reference.port : bot.port;
}

/** What waits to be sent is thrown away, so that every variant begins with an empty outbox. */
async function clear({ pool }: Stage): Promise<void> {
  await pool.query(`DELETE FROM post WHERE state IN ('waiting', 'sending', 'unsure')`);
}

async function measure(variant: Variant, expected: number, lengths: Lengths, cast: Cast): Promise<Measured> {
  const port = portOf(variant, cast);
  const isBot = port === cast.bot.port;
  // The reference writes the same tables: the bot must not send its posts meanwhile.
  if (!isBot) process.kill(cast.bot.pid, 'SIGSTOP');
  try {
    const count = Math.ceil((expected * lengths.saturateMs) / 1000);
    const perSecond = await saturate(port, await gesturesFor(variant, count, cast), lengths.saturateMs);
    const paced = new Map<number, Paced>();
    for (const rate of rates) {
      await clear(cast.stage);
      const gestures = await gesturesFor(variant, Math.max(10, Math.ceil((rate * lengths.paceMs) / 1000)), cast);
      const { times, failures } = await evenly(port, gestures, rate);
      paced.set(rate, { p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: Math.max(...times), failures });
    }
    await clear(cast.stage);
    return { perSecond, paced };
  } finally {
    if (!isBot) process.kill(cast.bot.pid, 'SIGCONT');
  }
}

export async function interleaved(lengths: Lengths, cast: Cast): Promise<ReadonlyMap<Variant, Measured>> {
  const all = new Map<Variant, Measured[]>(variants.map((variant) => [variant, []]));
  for (let round = 0; round < lengths.rounds; round += 1) {
    // Another one begins each time, so that none always follows the same neighbour.
    for (let n = 0; n < variants.length; n += 1) {
      const variant = variants[(n + round) % variants.length] as Variant;
      const before = all.get(variant)?.at(-1)?.perSecond;
      const expected = before === undefined ? FIRST_GUESS : Math.max(100, before * 1.5);
      all.get(variant)?.push(await measure(variant, expected, lengths, cast));
    }
    process.stderr.write(`round ${round + 1} of ${lengths.rounds}\n`);
  }
  return new Map([...all].map(([variant, rounds]) => [variant, together(rounds)]));
}

function together(rounds: readonly Measured[]): Measured {
  const of = (rate: number, pick: (paced: Paced) => number): readonly number[] =>
    rounds.flatMap(({ paced }) => {
      const found = paced.get(rate);
      return found ? [pick(found)] : [];
    });
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    paced: new Map(
      rates.map((rate) => [
        rate,
        {
          p50: median(of(rate, ({ p50 }) => p50)),
          p99: median(of(rate, ({ p99 }) => p99)),
          max: median(of(rate, ({ max }) => max)),
          failures: of(rate, ({ failures }) => failures).reduce((sum, one) => sum + one, 0),
        },
      ]),
    ),
  };
}
