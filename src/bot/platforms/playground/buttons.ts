/** Numbers the buttons of a message, so that a press can name one without carrying its wish. */
import type { Block, Button, Form, Message } from '../../cards/card.ts';

function inBlock(block: Block): readonly Button[] {
  if (block.type === 'buttons') return block.buttons;
  return block.type === 'item' && block.button ? [block.button] : [];
}

/** A form's own ways out come first: its submit button is always number 0. */
export function buttonsOfForm(form: Form): readonly Button[] {
  return [form.submit, ...(form.others ?? []), ...(form.intro ?? []).flatMap(inBlock)];
}

export function buttonsOf(message: Message): readonly Button[] {
  switch (message.type) {
    case 'line':
      return [];
    case 'card':
      return message.card.blocks.flatMap(inBlock);
    case 'form':
      return buttonsOfForm(message.form);
  }
}

/** What the browser says was pressed. The label guards against a card that was repainted between the look and the press. */
export type Pressed = { readonly index: number; readonly label: string };

export function findButton(message: Message, pressed: Pressed): Button | undefined {
  const buttons = buttonsOf(message);
  const there = buttons[pressed.index];
  return there?.label === pressed.label ? there : buttons.find(({ label }) => label === pressed.label);
}
