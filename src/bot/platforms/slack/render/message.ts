/** Whole messages and views of Slack, from a line, a card or a form. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Card, Line, Message } from '../../../cards/card.ts';
import { blocksPerMessage, blocksPerView, summaryLength, viewTitleLength } from '../limits.ts';
import { type FileOf, noFile } from './chart.ts';
import { blocksOf, buttonRows, headOf, numbering, section } from './blocks.ts';
import { fitted } from './fit.ts';
import { cut, escape, label, plainWords } from './text.ts';

/** What `chat.postMessage` takes: `text` is what notifications, screen readers and old clients show. */
export type Drawn = { readonly text: string; readonly blocks: KnownBlock[] };

/** The row of the button that opens a form, with its ways out beside it. */
const openFormBlockId = 'open-form';

export function drawn(message: Message, fileOf: FileOf = noFile): Drawn {
  return { text: summaryOf(message), blocks: [...fitted(blocksIn(message, fileOf), blocksPerMessage)] };
}

export function drawnCard(card: Card): Drawn {
  return drawn({ type: 'card', card });
}

export function drawnLine(text: Line): Drawn {
  return drawn({ type: 'line', text });
}

export function homeOf(message: Message): HomeView {
  return { type: 'home', blocks: [...fitted(blocksIn(message), blocksPerView)] };
}

/** A modal that only says something: the way to tell a person alone where there is no chat to say it in. */
export function noticeView(words: { readonly notice?: Line; readonly card?: Card }, title: string): ModalView {
  const notice = words.notice ? section(words.notice) : [];
  const card = words.card ? blocksIn({ type: 'card', card: words.card }) : [];
  const said = [...notice, ...card];
  return {
    type: 'modal',
    title: label(title, viewTitleLength),
    blocks: [...fitted(said.length > 0 ? said : section(['✓']), blocksPerView)],
  };
}

function summaryOf(message: Message): string {
  const words =
    message.type === 'line'
      ? plainWords(message.text)
      : message.type === 'card'
        ? message.card.summary
        : message.form.summary;
  return cut(words, summaryLength, escape).trim() || '·';
}

function blocksIn(message: Message, fileOf: FileOf = noFile): readonly KnownBlock[] {
  const numbers = numbering();
  switch (message.type) {
    case 'line': {
      const said = section(message.text);
      return said.length > 0 ? said : section(['·']);
    }
    case 'card':
      return [...headOf(message.card), ...message.card.blocks.flatMap((block) => blocksOf(block, numbers, fileOf))];
    case 'form':
      return [
        ...headOf({ title: message.form.title, tone: 'neutral' }),
        ...(message.form.intro ?? []).flatMap((block) => blocksOf(block, numbers, fileOf)),
        ...buttonRows([message.open, ...(message.form.others ?? [])], numbers, openFormBlockId),
      ];
  }
}
