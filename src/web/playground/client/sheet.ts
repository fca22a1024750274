/** The dialog for a form that was asked for: opened modally, closed by Escape, its button or a good answer. */
import { parse } from './swap.ts';
import { fact } from './wire.ts';

const sheet = (): HTMLDialogElement | null => document.querySelector<HTMLDialogElement>('#sheet');

export function closeSheet(): void {
  sheet()?.close();
}

function closeButton(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet sheet-close';
  button.setAttribute('aria-label', fact('close'));
  button.textContent = '×';
  button.addEventListener('click', closeSheet);
  return button;
}

export function openSheet({
  html,
  chat,
  message,
}: {
  readonly html: string;
  readonly chat: string;
  readonly message: string;
}): void {
  const box = sheet();
  const form = parse(html);
  if (!box || !form) return;
  box.dataset['in'] = chat;
  box.dataset['message'] = message;
  box.setAttribute('aria-label', form.getAttribute('aria-label') ?? '');
  box.replaceChildren(closeButton(), form);
  if (!box.open) box.showModal();
  form.querySelector<HTMLElement>('input, textarea, select')?.focus();
}
