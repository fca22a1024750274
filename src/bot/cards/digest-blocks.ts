/** Pieces of a digest: how health went, where everybody stands, and its words. */
import { absences, type Counts, type Standing, type Trend } from '../../domain/digest-reports.ts';
import { type DigestText, foldedTo, type Section, sections } from '../../domain/digest-text.ts';
import { type Health, healths } from '../../domain/progress-words.ts';
import type { Words } from '../text/words.ts';
import type { Block, Fact, Tone } from './card.ts';
import { fact, facts } from './parts.ts';

/** Longer parts are folded on the card, so that it stays within every platform's size; all their words can be asked for. */
export const FOLD = 1000;

const tones: Readonly<Record<Health, Tone>> = { 'on-track': 'good', 'at-risk': 'warning', 'off-track': 'bad' };

const sum = (counts: Counts): number => healths.reduce((all, health) => all + counts[health], 0);

/** `At risk 1, off track 0`, and how many more or fewer than before. */
function trendInWords(trend: Trend, words: Words): string {
  const { card, healths: health } = words.text;
  const [before, last] = trend.slice(-2).length === 2 ? trend.slice(-2) : [undefined, trend.at(-1)];
  if (!last) return '';
  const counts = words.list(healths.map((one) => `${health[one]} ${last.counts[one]}`));
  if (!before || sum(before.counts) === 0) return card.trendSaid(last.period, counts, undefined);
  const moved = healths.flatMap((one) => {
    const by = last.counts[one] - before.counts[one];
    return by === 0 ? [] : [`${health[one]} ${by > 0 ? '+' : '−'}${Math.abs(by)}`];
  });
  return card.trendSaid(last.period, counts, moved.length === 0 ? card.trendSame : words.list(moved));
}

/** Only from the first period on in which anybody answered; none while nobody has. */
export function trendBlocks(trend: Trend, words: Words): readonly Block[] {
  const first = trend.findIndex(({ counts }) => sum(counts) > 0);
  if (first < 0) return [];
  const shown = trend.slice(first);
  return [
    {
      type: 'chart',
      chart: {
        title: words.text.card.trendTitle,
        kind: 'stacked-bars',
        categories: shown.map(({ period }) => period),
        series: healths.map((health) => ({
          name: words.text.healths[health],
          tone: tones[health],
          values: shown.map(({ counts }) => counts[health]),
        })),
        alternative: trendInWords(shown, words),
      },
    },
  ];
}

function row(label: string, all: readonly Standing[], words: Words): Fact | undefined {
  const { late, marked } = words.text.card;
  const names = all.map((one) => (one.late ? marked(words.name(one.person), late) : words.name(one.person)));
  return names.length === 0 ? undefined : fact(label, [words.list(names)]);
}

/** Who answered, the worst first. */
export function healthFacts(standings: readonly Standing[], words: Words): readonly Block[] {
  const rows = healths.toReversed().map((health) =>
    row(
      words.text.healths[health],
      standings.filter(({ how }) => how === health),
      words,
    ),
  );
  return rows.some((one) => one !== undefined) ? [facts(...rows)] : [];
}

/** Who did not, and why. */
export function missingFacts(standings: readonly Standing[], words: Words): readonly Block[] {
  const rows = absences.map((why) =>
    row(
      words.text.card.absents[why],
      standings.filter(({ how }) => how === why),
      words,
    ),
  );
  return rows.some((one) => one !== undefined) ? [facts(...rows)] : [];
}

export function sectionBlocks(
  text: DigestText,
  which: readonly Section[],
  words: Words,
  most = FOLD,
): readonly Block[] {
  return which.flatMap((section): readonly Block[] => {
    const said = text[section];
    if (said === undefined) return [];
    return [
      { type: 'heading', text: words.text.fields[section] },
      { type: 'quote', text: foldedTo(said, most).text },
    ];
  });
}

export function isFolded(text: DigestText): boolean {
  return sections.some((section) => foldedTo(text[section] ?? '', FOLD).folded);
}
