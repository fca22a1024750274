/** The HTML ink for a Line: words, emphasis and moments in the reader's own zone. */
import type { Locale } from '../../../domain/language.ts';
import type { Line, Span } from '../../cards/card.ts';
import { type Html, html } from './html.ts';
import { cut, MOST_DRAWN } from './limits.ts';

/** Who looks. `id` makes the ids inside one drawing unique on the page. */
export type Reader = { readonly locale: Locale; readonly zone: string };

type MomentStyle = 'date' | 'time' | 'date-time';

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const styles: Readonly<Record<MomentStyle, Intl.DateTimeFormatOptions>> = {
  date: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  time: TIME,
  'date-time': { month: 'short', day: 'numeric', weekday: 'short', ...TIME },
};

export function momentText(moment: Date, style: MomentStyle, { locale, zone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...styles[style] }).format(moment);
}

function drawSpan(span: Span, reader: Reader, left: number): Html | string {
  if (typeof span === 'string') return cut(span, left);
  if ('strong' in span) return html`<strong>${cut(span.strong, left)}</strong>`;
  if ('code' in span) return html`<code>${cut(span.code, left)}</code>`;
  return html`<time datetime="${span.moment.toISOString()}">${momentText(span.moment, span.style, reader)}</time>`;
}

function lengthOf(span: Span): number {
  if (typeof span === 'string') return span.length;
  if ('strong' in span) return span.strong.length;
  return 'code' in span ? span.code.length : 0;
}

/** Cuts the line as a whole: what comes after the last character that fits is left away. */
export function drawLine(line: Line, reader: Reader): Html {
  const starts = line.map((_, index) => line.slice(0, index).reduce((sum, span) => sum + lengthOf(span), 0));
  return html`${line.map((span, index) => {
    const left = MOST_DRAWN - (starts[index] ?? 0);
    return left > 0 ? drawSpan(span, reader, left) : '';
  })}`;
}

/** The same words without markup, for toasts and labels. */
export function plainLine(line: Line, reader: Reader): string {
  const words = line.map((span) => {
    if (typeof span === 'string') return span;
    if ('strong' in span) return span.strong;
    return 'code' in span ? span.code : momentText(span.moment, span.style, reader);
  });
  return cut(words.join(''));
}
