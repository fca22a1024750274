/** Words on their way to Slack: made harmless, cut to a length, and turned into text objects. The one place that escapes. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { Line, Span } from '../../../cards/card.ts';

/** Control characters but the line break, zero-width padding, and marks that turn the writing direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const harmful =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** What Slack would read as formatting, a quote or an emoji code although nobody meant it. `10:30:45` is not an emoji. */
const markupLike = /[*_~`]|^\s*>|:(?!\d{1,2}:)[\w+'-]+:/m;

/** Somebody's words with everything taken out that shows as nothing or misleads. Lone surrogates become U+FFFD. */
export function harmless(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(harmful, '').toWellFormed();
}

/**
 * The escape. Inside mrkdwn these three are all that can start a mention, a link or a ping.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escape(text: string): string {
  return harmless(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** How many characters Slack counts. */
export function length(text: string): number {
  return Array.from(text).length;
}

/** At most `max` characters as Slack counts them after `encode`, the last one `…` when something is missing. Never splits a character or an entity. */
export function cut(text: string, max: number, encode: (text: string) => string = (same) => same): string {
  const whole = encode(text);
  if (length(whole) <= max) return whole;
  const kept: string[] = [];
  let room = max - 1;
  for (const character of text) {
    const encoded = encode(character);
    room -= length(encoded);
    if (room < 0) break;
    kept.push(encoded);
  }
  return `${kept.join('').trimEnd()}…`;
}

/** A label: one line, literal. Slack refuses empty texts, so nothing is drawn as a dot. */
export function label(text: string, max: number): PlainTextElement {
  const oneLine = harmless(text).replace(/\s+/g, ' ').trim();
  return { type: 'plain_text', text: cut(oneLine, max) || '·', emoji: false };
}

/**
 * A line as a text object, or undefined when it says nothing. Drawn with formatting and with moments in the reader's own zone;
 * but when someone's words could be read as markup the whole line is drawn literally, because mrkdwn has no escape for `*` or `_`.
 */
export function textOf(line: Line, max: number): MrkdwnElement | PlainTextElement | undefined {
  const words = plainWords(line);
  if (words.trim() === '') return undefined;
  if (line.some((span) => typeof span === 'string' && markupLike.test(harmless(span)))) {
    return { type: 'plain_text', text: cut(words, max), emoji: false };
  }
  const marked = line.map((span, index) => mrkdwn(span, line, index)).join('');
  if (length(marked) > max) return { type: 'mrkdwn', text: cut(words, max, escape), verbatim: true };
  return { type: 'mrkdwn', text: marked, verbatim: true };
}

/** The same line as plain words. */
export function plainWords(line: Line): string {
  return line.map((span) => harmless(wordsOf(span))).join('');
}

function wordsOf(span: Span): string {
  if (typeof span === 'string') return span;
  if ('strong' in span) return span.strong;
  if ('code' in span) return span.code;
  return moment(span.moment, span.zone, span.style);
}

function mrkdwn(span: Span, line: Line, index: number): string {
  if (typeof span === 'string') return escape(span);
  if ('strong' in span) return wrapped('*', span.strong, line, index);
  if ('code' in span) return wrapped('`', span.code, line, index);
  return date(span.moment, span.zone, span.style);
}

/** Slack formats only between spaces, so `由*王芳*同意` would show its asterisks: there the words stay plain. */
function wrapped(mark: string, words: string, line: Line, index: number): string {
  const inner = escape(words);
  const before = index === 0 ? '' : wordsOf(line[index - 1] ?? '').slice(-1);
  const after = wordsOf(line[index + 1] ?? '').slice(0, 1);
  const fits = /^[\s(]?$/.test(before) && /^[\s.,;:!?)]?$/.test(after);
  const clean = inner !== '' && inner.trim() === inner && !inner.includes('\n') && !markupLike.test(harmless(words));
  return fits && clean ? `${mark}${inner}${mark}` : inner;
}

const formats = { date: '{date_short}', time: '{time}', 'date-time': '{date_short} {time}' } as const;
type Style = keyof typeof formats;

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function date(at: Date, zone: string, style: Style): string {
  const fallback = escape(moment(at, zone, style));
  const seconds = Math.floor(at.getTime() / 1000);
  return Number.isFinite(seconds) ? `<!date^${seconds}^${formats[style]}|${fallback}>` : fallback;
}

/** `2026-11-27 16:00` on the clocks of that zone. */
function moment(at: Date, zone: string, style: Style): string {
  if (Number.isNaN(at.getTime())) return '—';
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${part['year']}-${part['month']}-${part['day']}`;
  const time = `${part['hour']}:${part['minute']}`;
  return style === 'date' ? day : style === 'time' ? time : `${day} ${time}`;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const shape = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...shape, timeZone: zone });
  } catch {
    // A zone this runtime does not know must not stop the message.
    return new Intl.DateTimeFormat('en-US', { ...shape, timeZone: 'UTC' });
  }
}
