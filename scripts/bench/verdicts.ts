/** What was aimed at, and whether it was met. */
import { brief } from './figures.ts';
import type { Spread } from './outward.ts';
import type { Measured, Variant } from './rounds.ts';

export type Figures = {
  readonly measured: ReadonlyMap<Variant, Measured>;
  readonly firstCard: Spread;
  readonly redrawn: Spread;
  readonly cardsPerSecond: number;
  readonly idleMb: number;
};

type Verdict = { readonly aim: string; readonly is: string; readonly met: boolean };

export function verdicts({ measured, firstCard, redrawn, cardsPerSecond, idleMb }: Figures): readonly string[] {
  const rate = (variant: Variant): number => measured.get(variant)?.perSecond ?? Number.NaN;
  const p99 = (variant: Variant, at: number): number => measured.get(variant)?.paced.get(at)?.p99 ?? Number.NaN;
  const share = rate('submission') / rate('submission-reference');
  const slower = p99('submission', 100) / p99('submission-reference', 100);
  const all: readonly Verdict[] = [
    { aim: 'intake saturates at 0.40 of the reference or more', is: brief(share), met: share >= 0.4 },
    {
      aim: 'at 100/s its p99 is 25 ms or less',
      is: `${brief(p99('submission', 100))} ms`,
      met: p99('submission', 100) <= 25,
    },
    { aim: 'and no more than 4 times the reference', is: `${brief(slower)} times`, met: slower <= 4 },
    {
      aim: 'a press is answered within 50 ms p99 at 100/s',
      is: `${brief(p99('press', 100))} ms (${brief(p99('press', 20))} ms at 20/s)`,
      met: p99('press', 100) <= 50,
    },
    {
      aim: 'every other copy is redrawn within 500 ms',
      is: `p50 ${brief(redrawn.p50)}, max ${brief(redrawn.max)} ms`,
      met: redrawn.max <= 500,
    },
    {
      aim: 'event to first card: platform delay + 30 ms p50',
      is: `p50 ${brief(firstCard.p50)}, p99 ${brief(firstCard.p99)} ms`,
      met: firstCard.p50 <= 30,
    },
    {
      aim: '10,000 cards at 500 a second or more, unpaced',
      is: `${brief(cardsPerSecond)} a second`,
      met: cardsPerSecond >= 500,
    },
    { aim: 'idle memory 220 MB or less', is: `${brief(idleMb)} MB`, met: idleMb <= 220 },
  ];
  return all.map(({ aim, is, met }) => `${met ? 'met    ' : 'NOT MET'}  ${aim}: ${is}`);
}
