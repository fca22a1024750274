/** Interactions: pressed buttons, submitted modals, and the shortcut on a message. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Origin, readFormMemory, wishOfButton } from '../wish-codec.ts';
import type { Body } from './body.ts';
import { chatOf, type Gesture, given, ignored, type Way } from './gesture.ts';
import { readAnswer, readWords } from './words.ts';

const user = z.looseObject({ id: z.string().min(1) });
const channel = z.looseObject({ id: z.string().min(1) });
const view = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  hash: z.string().optional(),
  private_metadata: z.string().default(''),
  title: z.looseObject({ text: z.string() }).nullish(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: z
    .looseObject({ values: z.record(z.string(), z.record(z.string(), z.unknown())).default({}) })
    .default({ values: {} }),
});
const pressed = z.looseObject({
  user,
  channel: channel.nullish(),
  trigger_id: z.string().optional(),
  response_url: z.url().optional(),
  container: z.looseObject({ message_ts: z.string().optional(), is_ephemeral: z.boolean().optional() }).optional(),
  view: view.nullish(),
  actions: z
    .array(
      z.looseObject({
        type: z.string(),
        action_id: z.string(),
        value: z.string().optional(),
        action_ts: z.string().optional(),
      }),
    )
    .min(1),
});
const submission = z.looseObject({ user, view });
const messageAction = z.looseObject({
  user,
  channel,
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.url().optional(),
  message: z.looseObject({ text: z.string().optional() }),
});

export function readInteraction(body: Body, botUser: string): Gesture {
  switch (body['type']) {
    case 'block_actions':
      return readPress(body);
    case 'view_submission':
      return readSubmission(body);
    case 'message_action':
      return readShortcut(body, botUser);
    default:
      return ignored(`interaction ${String(body['type'])}`);
  }
}

function readPress(body: Body): Gesture {
  const found = pressed.safeParse(body);
  const action = found.data?.actions[0];
  const wish = action?.type === 'button' ? wishOfButton(action.action_id, action.value) : undefined;
  if (!found.success || !action || !wish) return ignored('no button of ours');

  const { user, trigger_id: trigger, response_url: answerAt, view } = found.data;
  const origin = originOf(found.data);
  const { chat, message } = origin;
  return {
    heard: true,
    inbound: {
      kind: 'pressed',
      key: `press:${trigger ?? keyOf(found.data)}`,
      speaker: { account: user.id },
      wish,
      ...given({ chat, message }),
    },
    way: {
      kind: 'press',
      account: user.id,
      ...given({ chat, trigger, answerAt, view: view?.type === 'modal' ? viewOf(view) : undefined }),
      origin: { ...origin, ...given({ answerAt }) },
    },
  };
}

/** A press that came without a trigger, told apart by when, who and where. */
function keyOf({ user, container, actions }: z.infer<typeof pressed>): string {
  return [actions[0]?.action_ts, user.id, container?.message_ts].map((part) => part ?? '').join(':');
}

/** A press in a message happened there; a press in a modal happened where the modal was opened from. An ephemeral cannot be edited later. */
function originOf({ view, container, channel }: z.infer<typeof pressed>): Origin {
  if (view) return readFormMemory(view.private_metadata)?.origin ?? {};
  const message = container?.is_ephemeral === true ? undefined : container?.message_ts;
  return given({ chat: channel ? chatOf(channel.id) : undefined, message });
}

function readSubmission(body: Body): Gesture {
  const found = submission.safeParse(body);
  if (!found.success) return ignored('a submitted form of unknown shape');
  const { user, view } = found.data;
  const memory = readFormMemory(view.private_metadata);
  if (!memory) return ignored('no form of ours');
  const { wish, origin } = memory;
  const { chat, message } = origin;
  const fields = fieldsOf(view);
  return {
    heard: true,
    inbound: {
      kind: 'submitted',
      // A corrected form keeps its view and hash, so the answers are part of the gesture; the same answers again are the same gesture.
      key: `view:${view.id}:${view.hash ?? ''}:${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)}`,
      speaker: { account: user.id },
      wish,
      fields,
      ...given({ chat, message }),
    },
    way: { kind: 'submission', account: user.id, view: viewOf(view), origin, ...given({ chat }) },
  };
}

function fieldsOf(submitted: z.infer<typeof view>): Readonly<Record<string, string | number>> {
  const answers = Object.entries(submitted.state.values).flatMap(([field, actions]) => {
    const answer = readAnswer(Object.values(actions)[0]);
    return answer === undefined ? [] : [[field, answer] as const];
  });
  return Object.fromEntries(answers);
}

function viewOf(seen: z.infer<typeof view>): NonNullable<Way['view']> {
  const inputs = seen.blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : []));
  return { id: seen.id, title: seen.title?.text ?? '', inputs };
}

/** The shortcut “make this message a request”. */
function readShortcut(body: Body, botUser: string): Gesture {
  const found = messageAction.safeParse(body);
  if (!found.success || found.data.callback_id !== 'request_from_message') return ignored('no shortcut of ours');
  const { user, channel, trigger_id: trigger, response_url: answerAt, message } = found.data;
  const words = readWords(message.text ?? '', botUser).replace(/\s+/g, ' ');
  const title = Array.from(words).slice(0, 100).join('');
  const chat = chatOf(channel.id);
  return {
    heard: true,
    inbound: {
      kind: 'pressed',
      key: `press:${trigger}`,
      speaker: { account: user.id },
      wish: { intent: 'request.start', input: { title } },
      chat,
    },
    way: {
      kind: 'press',
      account: user.id,
      chat,
      trigger,
      ...given({ answerAt }),
      origin: { chat, ...given({ answerAt }) },
    },
  };
}
