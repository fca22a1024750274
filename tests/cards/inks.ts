/** The three inks, each as: how it draws, what its platform's own checker says, and its words as a reader has them. */
import type { Line, Message } from '../../src/bot/cards/card.ts';
import { drawMessage as drawFeishu } from '../../src/bot/platforms/feishu/render/message.ts';
import { drawMessage as drawHtml } from '../../src/bot/platforms/playground/render.ts';
import { modalOf } from '../../src/bot/platforms/slack/render/form.ts';
import { drawn, homeOf } from '../../src/bot/platforms/slack/render/message.ts';
import type { Locale } from '../../src/domain/language.ts';
import { lintCard } from '../fakes/feishu/card-lint.ts';
import { checkBlocks, checkView } from '../fakes/slack/checker/blocks.ts';
import { inWords } from '../fakes/slack/checker/checks.ts';
import { zone } from './drawing.ts';
import { laidOut } from './golden.ts';

type Moment = Extract<Line[number], { readonly moment: Date }>;

export type Ink = {
  readonly name: string;
  readonly draw: (message: Message, locale: Locale) => unknown;
  readonly faults: (drawing: unknown, message: Message) => readonly string[];
  readonly golden: (drawing: unknown) => string;
  /** What stands there, markup and entities undone. */
  readonly words: (drawing: unknown) => string;
  readonly moment: (moment: Moment) => string;
};

/** What a platform carries and nobody reads. */
const unread = new Set(['value', 'name', 'behaviors', 'private_metadata', 'callback_id', 'action_id', 'block_id']);

/** Every string of a drawing that can be read. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (unread.has(key) ? [] : strings(one)));
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200a', '');
}

type SlackDrawing = { readonly message: ReturnType<typeof drawn>; readonly modal?: unknown; readonly home: unknown };

const slack: Ink = {
  name: 'slack',
  golden: (drawing) => laidOut(drawing),
  draw: (message) => ({
    message: drawn(message),
    ...(message.type === 'form' ? { modal: modalOf(message.form, {}) } : {}),
  }),
  faults: (drawing, message) => {
    const { message: posted, modal } = drawing as SlackDrawing;
    return [
      ...checkBlocks(posted.blocks, 'message', '/blocks'),
      ...checkView(homeOf(message)),
      ...(modal === undefined ? [] : checkView(modal as Parameters<typeof checkView>[0])),
    ].map(inWords);
  },
  words: (drawing) => decoded(strings(drawing).join('\n')),
  moment: ({ moment }) => `<!date^${Math.floor(moment.getTime() / 1000)}^`,
};

const feishu: Ink = {
  name: 'feishu',
  golden: (drawing) => laidOut(drawing),
  draw: (message) => drawFeishu(message),
  faults: (drawing) => lintCard(drawing).map(({ code, path, words }) => `${code} ${path}: ${words}`),
  words: (drawing) => decoded(strings(drawing).join('\n')),
  moment: ({ moment }) => `<local_datetime millisecond='${moment.getTime()}'`,
};

const playground: Ink = {
  name: 'playground',
  draw: (message, locale) => drawHtml(message, { locale, zone, id: 'm1' }).toString(),
  // A tag that is opened and never closed, or a word of somebody that became one.
  faults: (drawing) => {
    const open: string[] = [];
    const faults: string[] = [];
    for (const [, slash = '', tag = ''] of String(drawing).matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
      if (['input', 'hr', 'br', 'img', 'source'].includes(tag)) continue;
      if (slash === '') open.push(tag);
      else if (open.pop() !== tag) faults.push(`</${tag}> closes something else`);
    }
    return [...faults, ...open.map((tag) => `<${tag}> is never closed`)];
  },
  golden: (drawing) => String(drawing).replaceAll(/(>)(<(?!\/))/g, '$1\n$2'),
  words: (drawing) => decoded(String(drawing)),
  moment: ({ moment }) => `datetime="${moment.toISOString()}"`,
};

export const inks: readonly Ink[] = [slack, feishu, playground];
