/** What the browser posts, checked; and what the engine hears of it. A wish is looked up in the kept message, never taken from the browser. */
import { z } from 'zod';
import { type Field, type Message } from '../../cards/card.ts';
import type { Inbound, Speaker } from '../../ports/platform.ts';
import { findButton, type Pressed } from './buttons.ts';
import { asChat } from './chats.ts';
import { MOST_SAID } from './limits.ts';

const name = z.string().min(1).max(200);
/** One gesture, however often it is sent. */
const key = z.uuid();

export const saidShape = z.object({ key, chat: name, text: z.string().trim().min(1).max(MOST_SAID) });

const place = { key, chat: name, message: name };
const button = { index: z.int().min(0).max(500), label: z.string().max(500) };

export const pressedShape = z.object({ ...place, ...button });

export const submittedShape = z.object({
  ...place,
  ...button,
  fields: z.record(z.string().max(100), z.string().max(MOST_SAID)),
});

export const arrivedShape = z.object({ key, at: z.enum(['home', 'direct']) });

export type Gesture = { readonly speaker: Speaker; readonly key: string };

/** Empty answers are left out and numbers are numbers; what is no number stays as typed, for the rules to refuse in words. */
function answer(field: Field, typed: string): string | number | undefined {
  if (typed.trim() === '') return undefined;
  if (field.type !== 'number') return typed;
  const number = Number(typed);
  return Number.isFinite(number) ? number : typed;
}

/** Only what the form really asks is kept. */
export function answersOf(
  fields: readonly Field[],
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string | number>> {
  const given = fields.flatMap((field) => {
    const text = Object.hasOwn(typed, field.id) ? typed[field.id] : undefined;
    const value = text === undefined ? undefined : answer(field, text);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(given);
}

export function said(gesture: Gesture, chat: string, text: string): Inbound {
  const where = asChat(gesture.speaker.account, chat);
  // In a room the answer is for the asker alone; in the direct chat it stays, as in any conversation.
  return { ...gesture, kind: 'said', text, chat: where, answers: where.kind === 'direct' ? 'post' : 'reply' };
}

type At = { readonly chat: string; readonly id: string; readonly message: Message };

/** Undefined when no such button stands in the message now. */
export function pressed(gesture: Gesture, at: At, button: Pressed): Inbound | undefined {
  const found = findButton(at.message, button);
  const chat = asChat(gesture.speaker.account, at.chat);
  return found && { ...gesture, kind: 'pressed', wish: found.wish, chat, message: at.id };
}

export function submitted(
  gesture: Gesture,
  at: At,
  button: Pressed,
  typed: Readonly<Record<string, string>>,
): Inbound | undefined {
  if (at.message.type !== 'form') return undefined;
  const found = findButton(at.message, button);
  const chat = asChat(gesture.speaker.account, at.chat);
  const fields = answersOf(at.message.form.fields, typed);
  return found && { ...gesture, kind: 'submitted', wish: found.wish, fields, chat, message: at.id };
}
