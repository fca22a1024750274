/** Single pictures of the card language as blocks of Slack. */
import type { Button as SlackButton, KnownBlock } from '@slack/types';
import type { Block, Button, Card, Chart, Fact, Line, Step, Tone } from '../../../cards/card.ts';
import { chartImage, type FileOf, noFile } from './chart.ts';
import { buttonsPerRow, buttonTextLength, fieldLength, fieldsPerSection, headerLength, textLength } from '../limits.ts';
import { actionId, buttonValue } from '../wish-codec.ts';
import { cut, harmless, label, length, textOf } from './text.ts';

/** A quiet mark of the tone, before words that say the same. */
const marks: Readonly<Record<Tone, string>> = {
  neutral: '',
  info: '🔵 ',
  good: '🟢 ',
  warning: '🟠 ',
  bad: '🔴 ',
  muted: '⚪ ',
};

const stepMarks: Readonly<Record<Step['state'], string>> = { done: '✓', now: '●', next: '○', failed: '✕' };

/** Counts the buttons of one message or view, so that each has an action id of its own. */
export type Numbering = { next(): number };

export function numbering(): Numbering {
  const counter = { count: 0 };
  return { next: () => counter.count++ };
}

export function headOf(card: Pick<Card, 'title' | 'subtitle' | 'tone'>): readonly KnownBlock[] {
  const mark = marks[card.tone];
  const subtitle = card.subtitle?.trim() ? card.subtitle : undefined;
  const whole = subtitle === undefined ? `${mark}${card.title}` : card.title;
  const title: readonly KnownBlock[] = [
    { type: 'header', text: label(whole, headerLength) },
    // A title too long for a header is said again in full.
    ...(length(harmless(whole)) > headerLength ? section([card.title]) : []),
  ];
  return subtitle === undefined ? title : [...title, ...context([`${mark}${subtitle}`])];
}

export function blocksOf(block: Block, numbers: Numbering, fileOf: FileOf = noFile): readonly KnownBlock[] {
  switch (block.type) {
    case 'paragraph':
      return section(block.text);
    case 'quote':
      return quote(block.text);
    case 'facts':
      return facts(block.facts);
    case 'aside':
      return context(block.text);
    case 'steps':
      return section(steps(block.steps));
    case 'chart':
      return chart(block.chart, fileOf);
    case 'heading':
      return block.text.trim() === '' ? [] : [{ type: 'header', text: label(block.text, headerLength) }];
    case 'item':
      return item(block, numbers);
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return buttonRows(block.buttons, numbers);
  }
}

export function section(line: Line): readonly KnownBlock[] {
  const text = textOf(line, textLength);
  return text ? [{ type: 'section', text }] : [];
}

export function buttonRows(buttons: readonly Button[], numbers: Numbering, blockId?: string): readonly KnownBlock[] {
  const drawn = buttons.flatMap((button) => buttonOf(button, numbers) ?? []);
  return chunks(drawn, buttonsPerRow).map((elements, index) => ({
    type: 'actions',
    ...(blockId !== undefined && { block_id: index === 0 ? blockId : `${blockId}-${index}` }),
    elements: [...elements],
  }));
}

function buttonOf(button: Button, numbers: Numbering): SlackButton | undefined {
  const id = actionId(button.wish, numbers.next());
  const value = buttonValue(button.wish);
  if (id === undefined || value === undefined) return undefined;
  const look = button.look === 'plain' ? {} : { style: button.look };
  return { type: 'button', action_id: id, text: label(button.label, buttonTextLength), value, ...look };
}

/** Rich text shows every character as it was typed: no markup, no mention, no link can come of it. */
function quote(text: string): readonly KnownBlock[] {
  const words = cut(harmless(text), textLength);
  if (words.trim() === '') return [];
  return [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: words }] }],
    },
  ];
}

function facts(all: readonly Fact[]): readonly KnownBlock[] {
  const fields = all.flatMap((fact) => {
    const name = harmless(fact.label).replace(/\s+/g, ' ').trim();
    return textOf(name === '' ? fact.value : [{ strong: name }, '\n', ...fact.value], fieldLength) ?? [];
  });
  return chunks(fields, fieldsPerSection).map((some) => ({ type: 'section', fields: [...some] }));
}

function context(line: Line): readonly KnownBlock[] {
  const text = textOf(line, textLength);
  return text ? [{ type: 'context', elements: [text] }] : [];
}

function chart(one: Chart, fileOf: FileOf): readonly KnownBlock[] {
  const file = fileOf(one);
  return file === undefined ? context([one.alternative]) : [chartImage(one, file)];
}

function steps(all: readonly Step[]): Line {
  return all.flatMap((step, index) => [
    `${index === 0 ? '' : '  →  '}${stepMarks[step.state]} `,
    step.state === 'now' ? { strong: step.label } : step.label,
  ]);
}

function item(block: Extract<Block, { type: 'item' }>, numbers: Numbering): readonly KnownBlock[] {
  const text = textOf(block.aside ? [...block.text, '\n', ...block.aside] : block.text, textLength);
  const accessory = block.button && buttonOf(block.button, numbers);
  if (!text) return accessory ? [{ type: 'actions', elements: [accessory] }] : [];
  return [{ type: 'section', text, ...(accessory && { accessory }) }];
}

export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
