/** Lines of text from pieces, without markup, written as line`Taken by ${name}`. */
import type { Line, Span } from '../cards/card.ts';

const endsInChinese = /\p{Script=Han}$/u;
const beginsInChinese = /^\p{Script=Han}/u;
const endsInLatin = /[\p{Script=Latin}\p{Nd}]$/u;
const beginsWithLatin = /^[\p{Script=Latin}\p{Nd}]/u;

/** Chinese keeps a space between its own characters and Latin letters or digits, and none between Chinese and Chinese. */
export function spaceBetween(before: Span | undefined, after: Span | undefined): '' | ' ' {
  if (typeof before !== 'string' || typeof after !== 'string') return '';
  const meet =
    (endsInChinese.test(before) && beginsWithLatin.test(after)) ||
    (endsInLatin.test(before) && beginsInChinese.test(after));
  return meet ? ' ' : '';
}

/** The space goes to our own words: what fills a blank stays as it was said. */
export function line(strings: TemplateStringsArray, ...spans: readonly Span[]): Line {
  return strings.flatMap((text, n): Span[] => {
    const span = spans[n];
    const own = spaceBetween(spans[n - 1], text) + text + spaceBetween(text, span);
    return [...(own === '' ? [] : [own]), ...(span === undefined || span === '' ? [] : [span])];
  });
}
