/** The open conversation: puts messages where they belong and keeps the newest in sight. */
import { parse, swapWhole } from './swap.ts';
import { fact } from './wire.ts';

const timeline = (): HTMLElement | null => document.getElementById('timeline');

/** A person who reads further up is not pulled down. */
function nearEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < 160;
}

/** The newest in sight: its last line, but a form that is taller than the screen from its first question on. */
export function toEnd(): void {
  const box = timeline();
  if (!box) return;
  box.scrollTop = box.scrollHeight;
  const last = box.lastElementChild;
  if (!last?.querySelector('form')) return;
  const hidden = box.getBoundingClientRect().top - last.getBoundingClientRect().top;
  if (hidden > 0) box.scrollTop -= hidden;
}

/** Something new stands below what the person is reading; one press leads there. */
function hintBelow(wanted: boolean): void {
  const button = document.getElementById('below');
  if (button) button.hidden = !wanted;
}

export function listenToScrolling(): void {
  const box = timeline();
  box?.addEventListener('scroll', () => {
    if (nearEnd(box)) hintBelow(false);
  });
  document.getElementById('below')?.addEventListener('click', () => {
    hintBelow(false);
    box?.scrollTo({ top: box.scrollHeight, behavior: 'smooth' });
    box?.focus({ preventScroll: true });
  });
}

function dayLine(label: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'day';
  const words = document.createElement('span');
  words.textContent = label;
  line.append(words);
  return line;
}

function append(box: HTMLElement, fresh: HTMLElement): void {
  box.querySelector('[data-empty]')?.remove();
  const last = [...box.querySelectorAll<HTMLElement>('[data-message]')].at(-1);
  const day = fresh.dataset['day'] ?? '';
  if (last?.dataset['day'] !== day) box.append(dayLine(day));
  fresh.classList.add('arriving');
  box.append(fresh);
}

/** True when the message is new on this page. */
export function put(html: string, mayAppend: boolean): boolean {
  const box = timeline();
  const fresh = parse(html);
  if (!box || !(fresh instanceof HTMLElement)) return false;
  const stay = nearEnd(box);
  const old = document.getElementById(fresh.id);
  if (old && Number(old.dataset['edited']) > Number(fresh.dataset['edited'])) return false;
  if (old) {
    swapWhole(old, fresh);
    fresh.classList.add('repainted');
  } else if (mayAppend) append(box, fresh);
  if (stay) toEnd();
  else if (!old && mayAppend) hintBelow(true);
  return !old && mayAppend;
}

export type Standing = readonly { readonly id: string; readonly edited: number }[];

/** After a broken connection: whatever this page lacks is fetched and put in. */
export async function catchUp(standing: Standing): Promise<void> {
  const lacks = ({ id, edited }: Standing[number]): boolean =>
    Number(document.getElementById(`m-${id}`)?.dataset['edited'] ?? -1) < edited;
  if (!standing.some(lacks)) return;
  const response = await fetch(`/playground/timeline?${fact('query')}`).catch(() => undefined);
  if (!response?.ok) return;
  const template = document.createElement('template');
  template.innerHTML = await response.text();
  for (const message of template.content.querySelectorAll('[data-message]')) put(message.outerHTML, true);
}
