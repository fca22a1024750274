/** Lines of text from pieces, without markup, written as line`Taken by ${name}`. */
import type { Line, Span } from '../cards/card.ts';

export function line(strings: TemplateStringsArray, ...spans: readonly Span[]): Line {
  return strings.flatMap((text, n): Span[] => {
    const span = spans[n];
    return [...(text === '' ? [] : [text]), ...(span === undefined || span === '' ? [] : [span])];
  });
}
