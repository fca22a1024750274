/** What a person typed, read out of Slack's markup. */
import { z } from 'zod';

const mark = /<([^<>]*)>/g;

/** Mentions of the bot go, other mentions become `@U0LI`, links readable; entities are undone last so that typed `<` stays typed. */
export function readWords(text: string, botUser: string): string {
  const bot = new RegExp(`<@${botUser.replace(/\W/g, '')}(\\|[^<>]*)?>`, 'g');
  return unescape(text.replace(bot, ' ').replace(mark, (_, inner: string) => readMark(inner)))
    .replaceAll('\u0000', '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .trim();
}

/** https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages */
function readMark(inner: string): string {
  const [target = '', name] = splitOnce(inner, '|');
  if (target.startsWith('@')) return target;
  if (target.startsWith('#')) return `#${name ? name : target.slice(1)}`;
  if (target.startsWith('!')) return name ? name : `@${target.slice(1).split('^')[0] ?? ''}`;
  if (target.startsWith('mailto:') || target.startsWith('tel:')) return name ? name : target.replace(/^\w+:/, '');
  if (!name || target.replace(/^https?:\/\//, '').replace(/\/$/, '') === name.replace(/\/$/, '')) return target;
  return target === name ? target : `${name} (${target})`;
}

function splitOnce(text: string, by: string): readonly string[] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const answer = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

/** One answer of a modal, by its kind of input. Undefined when left empty or when it is no input of ours. */
export function readAnswer(state: unknown): string | number | undefined {
  const found = answer.safeParse(state);
  if (!found.success) return undefined;
  const { type, value, selected_date: day, selected_option: option } = found.data;
  if (type === 'number_input') return readNumber(value ?? '');
  const text = (type === 'datepicker' ? day : (option?.value ?? value)) ?? '';
  return text.trim() === '' ? undefined : text.replaceAll('\u0000', '');
}

function readNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
