/** What the engine posts, as the platform takes it: `msg_type` and `content`. Pure. */
import type { Card, Message } from '../../../cards/card.ts';
import { textCharacters } from '../limits.ts';
import { drawBlocks } from './blocks.ts';
import type { CardJson } from './elements.ts';
import { frame, markdown } from './elements.ts';
import { cut, escape } from './escape.ts';
import { fit } from './fit.ts';
import { drawForm } from './form.ts';
import { lineToMarkdown, lineToText, lineToWords } from './line.ts';

export type Payload = { readonly type: 'text' | 'interactive'; readonly content: string };

export function render(message: Message): Payload {
  if (message.type === 'line') {
    const text = cut(lineToText(message.text), textCharacters);
    return { type: 'text', content: JSON.stringify({ text }) };
  }
  return { type: 'interactive', content: JSON.stringify(drawMessage(message)) };
}

/** The message as a card, also when it is a line: a pressed card can only be repainted with a card. */
export function drawMessage(message: Message): CardJson {
  switch (message.type) {
    case 'line':
      return frame({
        tone: 'neutral',
        summary: cut(lineToWords(message.text), 200),
        elements: [markdown(lineToMarkdown(message.text, 1000) || '…')],
      });
    case 'card':
      return drawCard(message.card);
    case 'form':
      return drawForm(message.form);
  }
}

export function drawCard(card: Card): CardJson {
  const bare = (length: number): { tone: Card['tone']; title: string; subtitle: string; summary: string } => ({
    tone: card.tone,
    title: cut(card.title, length),
    subtitle: cut(card.subtitle ?? '', length),
    summary: cut(card.summary, length),
  });
  return fit(
    (budget) => frame({ ...bare(budget.text), elements: drawBlocks(card.blocks, budget) }),
    () => frame({ ...bare(60), elements: [markdown(escape(cut(card.summary, 400)) || '…')] }),
  );
}
