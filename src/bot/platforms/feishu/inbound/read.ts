/** An opened envelope as what the engine hears. */
import type { Chat, Inbound } from '../../../ports/platform.ts';
import type { DirectChats } from '../direct-chats.ts';
import { isPerson } from '../identifiers.ts';
import {
  enteredShape,
  headShape,
  leftShape,
  type MessageEvent,
  menuShape,
  messageShape,
  pressShape,
} from './envelope.ts';
import { pressOf } from './press.ts';
import { isBot, wordsOf } from './words.ts';

export type Reading =
  | { readonly kind: 'event'; readonly inbound: Inbound }
  /** To be answered in the callback itself. */
  | { readonly kind: 'callback'; readonly inbound: Inbound }
  /** Well formed, but nothing to us. */
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'malformed' }
  /** We do not know yet who we are, so we cannot tell whether we were meant: to be delivered again. */
  | { readonly kind: 'too-early' };

export type Reader = { readonly bot: string | undefined; readonly directs: DirectChats };

export function read(envelope: unknown, reader: Reader): Reading {
  const head = headShape.safeParse(envelope);
  // Envelopes of schema 1.0 have no header; we subscribe to none of them.
  if (!head.success) return ignored('no header');
  const { event_id: key, event_type: type } = head.data.header;
  switch (type) {
    case 'im.message.receive_v1': {
      const parsed = messageShape.safeParse(envelope);
      return parsed.success ? readMessage(parsed.data.event, reader) : { kind: 'malformed' };
    }
    case 'card.action.trigger':
      return readPress(key, envelope, reader);
    case 'application.bot.menu_v6':
      return readMenu(key, envelope);
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
      return readEntered(key, envelope, reader);
    case 'contact.user.deleted_v3':
      return readLeft(key, envelope);
    default:
      return ignored(type);
  }
}

function readMessage({ sender, message }: MessageEvent, { bot, directs }: Reader): Reading {
  const account = sender.sender_id?.open_id;
  if (sender.sender_type !== 'user' || account === undefined || !isPerson(account)) return ignored('not a person');
  const chat: Chat = { id: message.chat_id, kind: message.chat_type === 'p2p' ? 'direct' : 'group' };
  if (chat.kind === 'direct') directs.remember(chat.id);
  if (chat.kind === 'group') {
    if (message.mentions.length > 0 && bot === undefined) return { kind: 'too-early' };
    if (!message.mentions.some((mention) => isBot(mention, bot))) return ignored('not said to us');
  }
  const text = wordsOf(message.message_type, message.content, message.mentions, bot);
  if (text === undefined) return ignored(`a message of type ${message.message_type}`);
  // The platform asks to tell repetitions by the message, not by the event (page of the event, `message_id`).
  return {
    kind: 'event',
    inbound: { kind: 'said', key: message.message_id, speaker: { account }, text, chat, answers: 'post' },
  };
}

function readPress(key: string, envelope: unknown, { directs }: Reader): Reading {
  const parsed = pressShape.safeParse(envelope);
  if (!parsed.success) return { kind: 'malformed' };
  const inbound = pressOf(key, parsed.data.event, (chat) => (directs.has(chat) ? 'direct' : 'group'));
  return inbound ? { kind: 'callback', inbound } : ignored('a card that is not ours');
}

/** A menu entry means the word it is named after. It names no chat, so the person stands for theirs. */
function readMenu(key: string, envelope: unknown): Reading {
  const parsed = menuShape.safeParse(envelope);
  if (!parsed.success) return { kind: 'malformed' };
  const { event_key: text, operator } = parsed.data.event;
  const account = operator.operator_id.open_id;
  const chat: Chat = { id: account, kind: 'direct' };
  return { kind: 'event', inbound: { kind: 'said', key, speaker: { account }, text, chat, answers: 'post' } };
}

function readEntered(key: string, envelope: unknown, { directs }: Reader): Reading {
  const parsed = enteredShape.safeParse(envelope);
  if (!parsed.success) return { kind: 'malformed' };
  const { chat_id: id, operator_id: operator } = parsed.data.event;
  directs.remember(id);
  const chat: Chat = { id, kind: 'direct' };
  return {
    kind: 'event',
    inbound: { kind: 'arrived', key, speaker: { account: operator.open_id }, at: 'direct', chat },
  };
}

/** https://open.feishu.cn/document/server-docs/contact-v3/user/events/deleted : whoever has left the firm. */
function readLeft(key: string, envelope: unknown): Reading {
  const parsed = leftShape.safeParse(envelope);
  if (!parsed.success) return { kind: 'malformed' };
  const account = parsed.data.event.object.open_id;
  return { kind: 'event', inbound: { kind: 'left', key, speaker: { account } } };
}

function ignored(why: string): Reading {
  return { kind: 'ignored', why };
}
