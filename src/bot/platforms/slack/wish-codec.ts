/** How a wish travels through Slack and back: in a button's `action_id` and `value`, and in a modal's `private_metadata`. */
import { z } from 'zod';
import type { Wish } from '../../cards/card.ts';
import type { Chat } from '../../ports/platform.ts';
import { actionIdLength, buttonValueLength, viewMemoryLength } from './limits.ts';
import { length } from './render/text.ts';

const input = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const value = z.object({ input });
const memory = z.object({
  wish: z.object({ intent: z.string().min(1), input }),
  chat: z.object({ id: z.string(), kind: z.enum(['direct', 'group']) }).optional(),
  message: z.string().optional(),
  answerAt: z.url().optional(),
});

/** Where a form was opened from: the chat and message it belongs to, and the address that answers there for half an hour. */
export type Origin = { readonly chat?: Chat; readonly message?: string; readonly answerAt?: string };

/** The index makes the same intent twice in one row possible: action ids are unique within a block. */
export function actionId(wish: Wish, index: number): string | undefined {
  const id = `${wish.intent}#${index}`;
  return length(id) <= actionIdLength ? id : undefined;
}

/** Undefined when the input is too big for a button: better no button than one that forgets what it was for. */
export function buttonValue(wish: Wish): string | undefined {
  return packed({ input: wish.input }, buttonValueLength);
}

/** Undefined when this is no button of ours. */
export function wishOfButton(id: string, carried: string | undefined): Wish | undefined {
  const intent = /^(.+)#\d+$/.exec(id)?.[1];
  const found = value.safeParse(unpacked(carried));
  return intent !== undefined && found.success ? { intent, input: found.data.input } : undefined;
}

/** The origin is left out first when there is no room for both. */
export function formMemory(wish: Wish, origin: Origin): string {
  return packed({ wish, ...origin }, viewMemoryLength) ?? packed({ wish }, viewMemoryLength) ?? '';
}

/** Undefined when this is no form of ours. */
export function readFormMemory(text: string): { readonly wish: Wish; readonly origin: Origin } | undefined {
  const found = memory.safeParse(unpacked(text));
  if (!found.success) return undefined;
  const { wish, chat, message, answerAt } = found.data;
  return {
    wish,
    origin: {
      ...(chat && { chat }),
      ...(message !== undefined && { message }),
      ...(answerAt !== undefined && { answerAt }),
    },
  };
}

/** JSON without the three characters that Slack may turn into entities on the way. */
function packed(data: unknown, max: number): string | undefined {
  const json = JSON.stringify(data);
  const safe = json.replace(/[<>&]/g, (found) => `\\u00${found.charCodeAt(0).toString(16)}`);
  return [safe, json].find((text) => length(text) <= max);
}

function unpacked(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
