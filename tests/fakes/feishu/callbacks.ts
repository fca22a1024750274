/** What the platform makes of the bot's answer to a press: the toast is shown, the card repainted for everybody, the rest is a breach. */
import type { Delivered } from './courier.ts';
import { clientLanguage } from './card-reader.ts';
import type { Messages } from './messages.ts';
import { type FakeMessage, type FakePerson, isJson, type Json, str, type Workspace } from './workspace.ts';

export function applyAnswer(
  { status, body }: Delivered,
  message: FakeMessage,
  person: FakePerson,
  space: Workspace,
  messages: Messages,
): void {
  if (status === 504) return space.breach('200341 a press was not answered within 3 s');
  if (status !== 200) return space.breach(`200671 a press was answered ${status}`);
  if (!isJson(body)) return space.breach('200672 a press was answered with something else than an object');
  const strange = Object.keys(body).find((property) => property !== 'toast' && property !== 'card');
  if (strange !== undefined) return space.breach(`200672 unknown property ${strange} in the answer to a press`);
  if (body.toast !== undefined) showToast(body.toast, person, space);
  if (body.card !== undefined) repaint(body.card, message, space, messages);
}

const toastTypes = new Set(['info', 'success', 'error', 'warning']);

function showToast(toast: unknown, person: FakePerson, space: Workspace): void {
  if (!isJson(toast) || typeof toast.content !== 'string' || toast.content === '' || !toastTypes.has(str(toast.type))) {
    return space.breach('200672 a toast that is none');
  }
  const translations: Json = isJson(toast.i18n) ? toast.i18n : {};
  space.toast(person.account, str(translations[clientLanguage(person)] ?? toast.content));
}

function repaint(card: unknown, message: FakeMessage, space: Workspace, messages: Messages): void {
  if (!isJson(card) || card.type !== 'raw' || !isJson(card.data)) return space.breach('200673 a card that is none');
  if (card.data.schema !== '2.0') return space.breach('200830 a card of another version');
  if (messages.checkCard(card.data)) return; // the breach is on record
  message.content = card.data;
  message.edited += 1;
}
