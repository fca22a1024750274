/** A chart made drawable: whatever numbers and names it came with, what comes out fits a picture of a phone's width. */
import type { Chart, Tone } from '../cards/card.ts';

export type Series = {
  readonly name: string;
  readonly tone: Tone;
  /** One for each category; null where nothing is known. */
  readonly values: readonly (number | null)[];
};

export type Plot = {
  readonly kind: Chart['kind'];
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Nothing but whole numbers: the axis then counts in whole steps. */
  readonly whole: boolean;
};

/** More than a year of weeks is no longer read one by one. The newest are kept. */
export const mostCategories = 60;
export const mostSeries = 6;
const longestName = 24;
const longestCategory = 12;
/** Beyond this a number is a mistake, and floating point makes the axis one too. */
const largest = 1e12;
/** What is nearer to nothing than this is nothing: axes cannot be divided so finely. */
const smallest = 1e-6;

/** Undefined when there is nothing to draw: the alternative then stands alone. */
export function plotOf({ kind, categories, series }: Chart): Plot | undefined {
  const from = Math.max(0, categories.length - mostCategories);
  const shown = categories.slice(from);
  if (shown.length === 0 || series.length === 0) return undefined;
  const kept = series.slice(0, mostSeries).map(({ name, tone, values }) => ({
    name: named(name, longestName),
    tone,
    values: shown.map((_, at) => drawable(values[from + at])),
  }));
  const names = distinct(kept.map(({ name }) => name));
  const numbers = kept.flatMap(({ values }) => values);
  if (numbers.every((value) => value === null)) return undefined;
  return {
    kind,
    categories: distinct(shown.map((category) => named(category, longestCategory))),
    series: kept.map((one, at) => ({ ...one, name: names[at] ?? one.name })),
    whole: numbers.every((value) => value === null || Number.isInteger(value)),
  };
}

function drawable(value: number | undefined): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  if (Math.abs(value) < smallest) return 0;
  return Math.max(-largest, Math.min(largest, value));
}

/** One line, without what shows as nothing or turns the writing direction of its neighbours. */
function named(text: string, most: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const letters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  return letters.length <= most ? line || '–' : `${letters.slice(0, most - 1).join('')}…`;
}

/** Two of one name would become one on every axis and in every legend. */
function distinct(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** `1,234`, and from ten thousand on `12.3K`: the same in every language. */
export function shortNumber(value: number): string {
  return numbers[Math.abs(value) < 10_000 ? 'plain' : 'compact'].format(value);
}

const numbers = {
  plain: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }),
  compact: new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }),
};

/**
 * `2026-W41` as `W41`, with the year below where it begins: eight weeks then fit side by side on a phone.
 * Of many, every `step`th gets words.
 */
export function axisWords(categories: readonly string[], step: number): readonly string[] {
  let year = '';
  return categories.map((category, at) => {
    if (at % step !== 0) return '';
    const [, own, rest] = /^(\d{4})-(.+)$/.exec(category) ?? [];
    if (own === undefined || rest === undefined) return category;
    if (own === year) return rest;
    year = own;
    return `${rest}\n${own}`;
  });
}

export function withoutYear(category: string): string {
  return /^\d{4}-(.+)$/.exec(category)?.[1] ?? category;
}

/** The same where names must be one line and stay apart: without the year, if they do. */
export function withoutYears(categories: readonly string[]): readonly string[] {
  const short = categories.map(withoutYear);
  return new Set(short).size === short.length ? short : categories;
}
