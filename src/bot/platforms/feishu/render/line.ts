/** A Line in this platform's inks: card markdown, text message, and the bare words of a toast. */
import type { Line, Span } from '../../../cards/card.ts';
import { clean, cut, disarm, escape } from './escape.ts';

type Moment = Extract<Span, { readonly moment: Date }>;

/** `length` bounds each span, so that one endless word cannot push the rest off the card. */
export function lineToMarkdown(line: Line, length = Number.POSITIVE_INFINITY): string {
  return line.map((span) => spanToMarkdown(span, length)).join('');
}

function spanToMarkdown(span: Span, length: number): string {
  if (typeof span === 'string') return escape(cut(span, length));
  if ('strong' in span) return bold(cut(span.strong, length));
  if ('code' in span) return code(cut(span.code, length));
  return localTime(span);
}

/** CommonMark does not close `**` between a mark and a letter; a hair space there lets it, and is not seen. */
export function bold(text: string): string {
  const words = escape(text.trim()).replaceAll('\n', ' ');
  if (words === '') return '';
  const before = /^[\p{L}\p{N}]/u.test(words) ? '' : '\u200a';
  const after = /[\p{L}\p{N}]$/u.test(words) ? '' : '\u200a';
  return `${before}**${words}**${after}`;
}

/** Entities are not read inside backticks, so anything but a plain number or name is shown without them. */
function code(text: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(text) ? `\`${text}\`` : escape(text);
}

/** Drawn by the reader's client in the reader's own zone. */
function localTime(span: Moment): string {
  const part = (format: string): string =>
    `<local_datetime millisecond='${span.moment.getTime()}' format_type='${format}'></local_datetime>`;
  if (span.style === 'date') return part('date_num');
  if (span.style === 'time') return part('time');
  return `${part('date_num')} ${part('time')}`;
}

/** For a text message. */
export function lineToText(line: Line): string {
  return disarm(lineToWords(line));
}

/** For a toast, which reads no markup at all. */
export function lineToWords(line: Line): string {
  return clean(line.map(spanToWords).join(''));
}

function spanToWords(span: Span): string {
  if (typeof span === 'string') return span;
  if ('strong' in span) return span.strong;
  if ('code' in span) return span.code;
  return zonedTime(span);
}

/** `2026-11-27 16:00`, which both languages read alike. */
function zonedTime({ moment, zone, style }: Moment): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    ...(style === 'time' ? {} : { dateStyle: 'short' }),
    ...(style === 'date' ? {} : { timeStyle: 'short' }),
  };
  return new Intl.DateTimeFormat('sv-SE', options).format(moment);
}
