/** A press or a submitted form, out of a card callback. */
import type { Chat, Inbound } from '../../../ports/platform.ts';
import { fieldFromName, wishFromName, wishFromValue } from '../wish-code.ts';
import type { PressEvent } from './envelope.ts';

/** Undefined when the card is not one of ours: nothing on it is known. */
export function pressOf(key: string, event: PressEvent, kindOf: (chat: string) => Chat['kind']): Inbound | undefined {
  const { action, context, operator } = event;
  const named = wishFromName(action.name);
  const wish = named ?? wishFromValue(action.value);
  if (!wish) return undefined;

  const chat = context?.open_chat_id;
  const message = context?.open_message_id;
  const common = {
    key,
    speaker: { account: operator.open_id },
    wish,
    ...(chat === undefined ? {} : { chat: { id: chat, kind: kindOf(chat) } }),
    ...(message === undefined ? {} : { message }),
  };
  const filled = Object.entries(action.form_value ?? {});
  if (named === undefined && filled.length === 0) return { kind: 'pressed', ...common };
  return { kind: 'submitted', ...common, fields: Object.fromEntries(filled.flatMap(answerOf)) };
}

/** Absent, empty and unticked all mean: not answered. */
function answerOf([name, value]: [string, unknown]): readonly (readonly [string, string | number])[] {
  const text = Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'string' ? value.trim() : '';
  if (text === '') return [];
  const { kind, id } = fieldFromName(name);
  if (kind === 'number') return [[id, numberOf(text)]];
  return [[id, kind === 'date' ? dateOf(text) : text]];
}

/** What is no number goes on as it was typed, so that the person can be told. Full-width digits and thousands marks count. */
function numberOf(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  const number = /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

/** A picker answers `2024-04-01 +0800`: the day is meant, the offset is only where the client happens to be. */
function dateOf(text: string): string {
  return /^(\d{4}-\d{2}-\d{2})(?: [+-]\d{4})?$/.exec(text)?.[1] ?? text;
}
