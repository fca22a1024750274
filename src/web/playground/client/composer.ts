/** The line where a person writes: Enter sends, a phrase sends itself, and nothing is lost when it does not get through. */
import { toEnd } from './conversation.ts';
import { show } from './forms.ts';
import { fact, newKey, post } from './wire.ts';

type Unsent = { readonly text: string; readonly key: string };

export function listenToComposer(): void {
  const form = document.querySelector<HTMLFormElement>('#composer');
  const box = document.querySelector<HTMLTextAreaElement>('#say');
  if (!form || !box) return;
  let unsent: Unsent | undefined;

  const say = async (words: string): Promise<void> => {
    const text = words.trim();
    if (!text || form.getAttribute('aria-busy') === 'true') return;
    // The same words after a failure are the same gesture.
    const sending = unsent?.text === text ? unsent : { text, key: newKey() };
    form.setAttribute('aria-busy', 'true');
    const answer = await post('say', { ...sending, chat: fact('chat') });
    form.removeAttribute('aria-busy');
    unsent = answer.failed ? sending : undefined;
    if (!unsent && box.value.trim() === text) box.value = '';
    show(answer);
    toEnd();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void say(box.value);
  });
  let composedAt = Number.NEGATIVE_INFINITY;
  box.addEventListener('compositionend', ({ timeStamp }) => {
    composedAt = timeStamp;
  });
  box.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter belongs to it (Chinese is typed so); in Safari also the Enter that ends it.
    const composing = event.isComposing || event.timeStamp - composedAt < 100;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    void say(box.value);
  });
  form.addEventListener('click', (event) => {
    const phrase = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-say]') : null;
    if (phrase) void say(phrase.dataset['say'] ?? '');
  });
  if (box.value) box.focus();
}
