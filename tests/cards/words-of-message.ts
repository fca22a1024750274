/** Everything a neutral message says to a person, piece by piece. Wishes and ids are not among them. */
import type { Block, Button, Field, Form, Line, Message } from '../../src/bot/cards/card.ts';

export type Piece = string | Extract<Line[number], { readonly moment: Date }>;

function line(text: Line): readonly Piece[] {
  return text.map((span) =>
    typeof span === 'string' || 'moment' in span ? span : 'strong' in span ? span.strong : span.code,
  );
}

const labels = (buttons: readonly Button[]): readonly string[] => buttons.map(({ label }) => label);

function block(one: Block): readonly Piece[] {
  switch (one.type) {
    case 'paragraph':
    case 'aside':
      return line(one.text);
    case 'quote':
    case 'heading':
      return [one.text];
    case 'facts':
      return one.facts.flatMap(({ label, value }) => [label, ...line(value)]);
    case 'chart':
      return [one.chart.alternative];
    case 'steps':
      return one.steps.map(({ label }) => label);
    case 'item':
      return [...line(one.text), ...line(one.aside ?? []), ...labels(one.button ? [one.button] : [])];
    case 'divider':
      return [];
    case 'buttons':
      return labels(one.buttons);
  }
}

function field(one: Field): readonly Piece[] {
  const options = 'options' in one ? one.options.map(({ label }) => label) : [];
  return [one.label, ...(one.hint === undefined ? [] : [one.hint]), ...options];
}

function form({ title, intro = [], fields, submit, others = [] }: Form): readonly Piece[] {
  return [title, ...intro.flatMap(block), ...fields.flatMap(field), ...labels([submit, ...others])];
}

/** What must be seen in every ink. A form's summary and its opening button are for chats that cannot hold it. */
export function piecesOf(message: Message): readonly Piece[] {
  switch (message.type) {
    case 'line':
      return line(message.text);
    case 'form':
      return form(message.form);
    case 'card': {
      const { title, subtitle, blocks } = message.card;
      return [title, ...(subtitle === undefined ? [] : [subtitle]), ...blocks.flatMap(block)];
    }
  }
}

/** All of it as one text, with summaries. */
export function textOf(message: Message): string {
  const more =
    message.type === 'card'
      ? [message.card.summary]
      : message.type === 'form'
        ? [message.form.summary, message.open.label]
        : [];
  return [...piecesOf(message), ...more].map((piece) => (typeof piece === 'string' ? piece : '')).join('\n');
}
