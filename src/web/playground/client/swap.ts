/** Replaces a piece of the page without taking the focus, or what was typed, from the person. */

type Answerable = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const inputs = (root: Element): Answerable[] => [...root.querySelectorAll<Answerable>('input, textarea, select')];

function typedIn(root: Element): Map<string, string> {
  const typed = new Map<string, string>();
  for (const input of inputs(root)) {
    if (input instanceof HTMLInputElement && input.type === 'radio') {
      if (input.checked) typed.set(input.name, input.value);
    } else if (input.value !== '') typed.set(input.name, input.value);
  }
  return typed;
}

function typeAgain(root: Element, typed: Map<string, string>): void {
  for (const input of inputs(root)) {
    const value = typed.get(input.name);
    if (value === undefined) continue;
    if (input instanceof HTMLInputElement && input.type === 'radio') input.checked = input.value === value;
    else input.value = value;
  }
}

/** Where the focus is, in words that still mean something after the swap. */
function focusIn(root: Element): (() => HTMLElement | null) | undefined {
  const held = document.activeElement;
  if (!held || !root.contains(held) || held === root) return undefined;
  const slot = held.getAttribute('data-slot');
  const selector = held.id ? `#${CSS.escape(held.id)}` : slot === null ? '' : `[data-slot="${CSS.escape(slot)}"]`;
  return () => (selector ? document.querySelector<HTMLElement>(`#${CSS.escape(root.id)} ${selector}`) : null);
}

export function parse(html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

/** The inside of `target` becomes `html`. */
export function swapInside(target: Element, html: string): void {
  const refocus = focusIn(target);
  target.innerHTML = html;
  refocus?.()?.focus({ preventScroll: true });
}

/** `fresh` takes the place of `old`; the focus stays on the same button, or on the message when the button is gone. */
export function swapWhole(old: Element, fresh: Element): void {
  const typed = typedIn(old);
  const held = old.contains(document.activeElement);
  const refocus = focusIn(old);
  old.replaceWith(fresh);
  typeAgain(fresh, typed);
  if (!held) return;
  const next = refocus?.() ?? (fresh as HTMLElement);
  if (next === fresh) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}
