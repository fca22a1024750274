/** Keeps every card within the platform's size: draws with ever smaller budgets until one fits. */
import { cardBytes, cardCharts, cardElements } from '../limits.ts';
import type { CardJson } from './elements.ts';

/** Characters of a quote, characters of any other span, blocks besides buttons, parts (facts, buttons, options) of one block, drawn charts. */
export type Budget = {
  readonly quote: number;
  readonly text: number;
  readonly blocks: number;
  readonly parts: number;
  readonly charts: number;
};

const whole: Budget = { quote: 100_000, text: 100_000, blocks: 10_000, parts: 10_000, charts: cardCharts };

/** Quotes give way first (the record keeps them in full), then all charts but one, then long texts and that chart, then the end of long lists. */
const budgets: readonly Budget[] = [
  whole,
  ...[4000, 2000, 1000, 500, 200, 80].map((quote) => ({ ...whole, quote })),
  ...[1, 0].map((charts) => ({ ...whole, quote: 80, charts })),
  ...[2000, 1000, 400, 150].map((text) => ({ ...whole, quote: 80, text, charts: 0 })),
  ...[60, 40, 25, 15, 8].map((blocks) => ({ quote: 80, text: 150, blocks, parts: blocks, charts: 0 })),
  { quote: 40, text: 60, blocks: 4, parts: 4, charts: 0 },
];

/** `last` is what to show when even the smallest budget does not fit. */
export function fit(draw: (budget: Budget) => CardJson, last: () => CardJson): CardJson {
  for (const budget of budgets) {
    const card = draw(budget);
    if (fits(card)) return card;
  }
  return last();
}

export function fits(card: CardJson): boolean {
  return Buffer.byteLength(JSON.stringify(card)) <= cardBytes && countElements(card) <= cardElements;
}

/** Every object that has a `tag` counts, texts included. */
function countElements(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, child) => sum + countElements(child), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const own = 'tag' in node ? 1 : 0;
  return Object.values(node).reduce<number>((sum, child) => sum + countElements(child), own);
}
