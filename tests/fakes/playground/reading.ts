/** Reads kept messages as a person would: words only. */
import type { Block, Field, Line, Message } from '../../../src/bot/cards/card.ts';
import { buttonsOf } from '../../../src/bot/platforms/playground/buttons.ts';
import { plainLine, type Reader } from '../../../src/bot/platforms/playground/lines.ts';
import type { KeptMessage } from '../../../src/bot/ports/chat-memory.ts';
import type { SeenForm, SeenMessage } from '../../support/fake-chat.ts';

const reader: Reader = { locale: 'zh-CN', zone: 'Asia/Shanghai' };
const words = (line: Line): string => plainLine(line, reader);

function blockText(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'aside':
      return [words(block.text)];
    case 'quote':
    case 'heading':
      return [block.text];
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${words(value)}`);
    case 'chart':
      return [block.chart.alternative];
    case 'steps':
      return block.steps.map(({ label }) => label);
    case 'item':
      return [words(block.text), ...(block.aside ? [words(block.aside)] : [])];
    case 'divider':
    case 'buttons':
      return [];
  }
}

function lines(message: Message): readonly (string | undefined)[] {
  switch (message.type) {
    case 'line':
      return [words(message.text)];
    case 'card':
      return [message.card.title, message.card.subtitle, ...message.card.blocks.flatMap(blockText)];
    case 'form':
      return [message.form.title, ...(message.form.intro ?? []).flatMap(blockText)];
  }
}

export const fieldsOf = (message: Message): readonly Field[] => (message.type === 'form' ? message.form.fields : []);

export function textOf(message: Message): string {
  return lines(message).filter(Boolean).join('\n');
}

export type Posted = KeptMessage & { readonly message: Message };

export function seen({ id, chat, edited, message }: Posted): SeenMessage {
  const buttons = buttonsOf(message).map(({ label }) => label);
  return { id, chat, text: textOf(message), buttons, fields: fieldsOf(message).map(({ label }) => label), edited };
}

export function seenForm({ message }: Posted): SeenForm | undefined {
  if (message.type !== 'form') return undefined;
  const buttons = buttonsOf(message).map(({ label }) => label);
  return {
    title: message.form.title,
    text: textOf(message),
    fields: message.form.fields.map(({ label }) => label),
    buttons,
  };
}

/** Moments travel as text; they are dates again before anyone reads them. */
export function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('moment' in value) || typeof value.moment !== 'string')
    return value;
  return { ...value, moment: new Date(value.moment) };
}

/** What a browser would send for what a person filled in: labels become ids, the words of an option its value. */
export function filledIn(
  fields: readonly Field[],
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string>> {
  const typed = Object.entries(values).map(([label, value]) => {
    const field = fields.find((each) => each.label === label);
    if (!field)
      throw new Error(`the form has no field “${label}”; it has: ${fields.map((each) => each.label).join(', ')}`);
    const option = 'options' in field ? field.options.find((each) => each.label === String(value)) : undefined;
    if ('options' in field && !option) throw new Error(`“${label}” has no option “${value}”`);
    return [field.id, option?.value ?? String(value)] as const;
  });
  const first = fields.flatMap((field) =>
    field.value === undefined ? [] : [[field.id, String(field.value)] as const],
  );
  return Object.fromEntries([...first, ...typed]);
}

/** Ids grow with time; where they are plain numbers, a longer one is a later one. */
export function byAge({ id: one }: Posted, { id: other }: Posted): number {
  const numbers = /^\d+$/.test(one) && /^\d+$/.test(other);
  return (numbers ? one.length - other.length : 0) || one.localeCompare(other);
}
