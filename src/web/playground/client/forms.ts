/** Buttons and forms of messages: a press is shown at once, answered always, and what is wrong is written at its field. */

import { put } from './conversation.ts';
import { closeSheet, openSheet } from './sheet.ts';
import { toast } from './toast.ts';
import { newKey, post, type Shown } from './wire.ts';

export function show(answer: Shown): void {
  if (answer.said) put(answer.said.html, true);
  if (answer.toast) toast(answer.toast.text, answer.toast.tone);
  if (answer.card) put(answer.card.html, true);
  if (answer.dialog) openSheet(answer.dialog);
}

function where(element: Element): { readonly chat: string; readonly message: string } {
  const home = element.closest<HTMLElement>('[data-message]');
  return { chat: home?.dataset['in'] ?? '', message: home?.dataset['message'] ?? '' };
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value;
  return fields;
}

function mark(form: HTMLFormElement, name: string, problem: string): HTMLElement | undefined {
  const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  const words = field?.querySelector<HTMLElement>('.problem');
  if (!field || !words) return undefined;
  words.textContent = problem;
  words.hidden = problem === '';
  const inputs = [...field.querySelectorAll<HTMLElement>('input, textarea, select')];
  for (const input of inputs) {
    if (problem) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
  return inputs[0];
}

/** The first field that is wrong gets the focus; what belongs to no field stands above them all. */
function showProblems(form: HTMLFormElement, problems: Readonly<Record<string, string>>): void {
  const names = [...form.querySelectorAll<HTMLElement>('[data-field]')].map((field) => field.dataset['field'] ?? '');
  const wrong = names.map((name) => [problems[name] ?? '', mark(form, name, problems[name] ?? '')] as const);
  const rest = Object.entries(problems).filter(([name, words]) => words && !names.includes(name));
  const above = form.querySelector<HTMLElement>('.form-problem');
  if (above) {
    above.textContent = rest.map(([, words]) => words).join(' ');
    above.hidden = rest.length === 0;
  }
  wrong.find(([problem]) => problem)?.[1]?.focus();
}

/** While the answer is awaited no button of the same message can be pressed again. */
async function whileBusy(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  const home = button.closest('[data-message], form, .card') ?? button;
  if (home.getAttribute('aria-busy') === 'true') return;
  home.setAttribute('aria-busy', 'true');
  button.classList.add('busy');
  try {
    await work();
  } finally {
    home.removeAttribute('aria-busy');
    button.classList.remove('busy');
  }
}

/** A gesture that did not get through keeps its key: pressed again, it is still the same gesture. */
const pending = new WeakMap<HTMLElement, string>();

async function send(gesture: string, button: HTMLElement, body: Record<string, unknown>): Promise<Shown> {
  const key = pending.get(button) ?? newKey();
  pending.set(button, key);
  const answer = await post(gesture, { key, ...body });
  if (!answer.failed) pending.delete(button);
  return answer;
}

const named = (button: HTMLElement): { readonly index: number; readonly label: string } => ({
  index: Number(button.dataset['slot']),
  label: button.textContent,
});

/** The form has done its duty; with problems it stays open with what was typed. */
const isOver = ({ failed, problems }: Shown): boolean => !failed && !problems;

async function press(button: HTMLElement): Promise<void> {
  const sheet = button.closest('#sheet');
  const answer = await send('press', button, { ...where(button), ...named(button) });
  if (sheet && isOver(answer)) closeSheet();
  show(answer);
}

async function submit(form: HTMLFormElement, button: HTMLElement): Promise<void> {
  const answer = await send('submit', button, { ...where(form), ...named(button), fields: fieldsOf(form) });
  showProblems(form, answer.problems ?? {});
  if (form.closest('#sheet') && isOver(answer)) closeSheet();
  show(answer);
}

function slotOf(target: EventTarget | null): HTMLElement | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null;
  return button ?? undefined;
}

export function listenToForms(): void {
  document.addEventListener('click', (event) => {
    const button = slotOf(event.target);
    if (button && button.getAttribute('type') !== 'submit') void whileBusy(button, () => press(button));
    if (event.target instanceof Element && event.target.closest('[data-dismiss]')) {
      event.target.closest('[data-message]')?.remove();
      document.getElementById('say')?.focus();
    }
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['form'] === undefined) return;
    event.preventDefault();
    const button = form.querySelector<HTMLElement>('[data-slot="0"]');
    if (button) void whileBusy(button, () => submit(form, button));
  });
}
