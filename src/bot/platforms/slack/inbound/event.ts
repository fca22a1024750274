/** Events of the Events API: words said to the bot, and its pages being opened. */
import { z } from 'zod';
import type { Body } from './body.ts';
import { chatOf, type Gesture, given, ignored } from './gesture.ts';
import { readWords } from './words.ts';

const envelope = z.looseObject({ event_id: z.string().optional(), event: z.looseObject({ type: z.string() }) });
const message = z.looseObject({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  hidden: z.boolean().optional(),
  bot_id: z.string().nullish(),
  user: z.string().optional(),
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  ts: z.string().min(1),
  text: z.string().optional(),
});
const opened = z.looseObject({
  user: z.string().min(1),
  channel: z.string().optional(),
  tab: z.enum(['home', 'messages']),
});

const changed = z.looseObject({ user: z.looseObject({ id: z.string().min(1), deleted: z.boolean().default(false) }) });

/** Words that come with a file or are also shown in the channel are words all the same; every other subtype is bookkeeping. */
const spoken: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

export function readEvent(body: Body, botUser: string): Gesture {
  const found = envelope.safeParse(body);
  if (!found.success) return ignored('an event without a type');
  const { event, event_id: id } = found.data;
  if (event.type === 'message' || event.type === 'app_mention') return readMessage(event, botUser);
  if (event.type === 'app_home_opened') return readOpened(event, id);
  if (event.type === 'user_change') return readChanged(event, id);
  return ignored(`event ${event.type}`);
}

function readMessage(event: unknown, botUser: string): Gesture {
  const found = message.safeParse(event);
  if (!found.success) return ignored('a message of unknown shape');
  const { type, user = '', channel, channel_type: where, ts, text = '' } = found.data;
  if (isNoise(found.data, botUser)) return ignored('bookkeeping, or the voice of a bot');
  const chat = where === 'im' ? { id: channel, kind: 'direct' as const } : chatOf(channel);
  const mentioned = type === 'app_mention' || text.includes(`<@${botUser}`);
  if (chat.kind === 'group' && !mentioned) return ignored('not said to the bot');
  return {
    heard: true,
    // A mention in a channel arrives as `message` and as `app_mention` under two event ids: channel and ts unite them.
    inbound: {
      kind: 'said',
      key: `msg:${channel}:${ts}`,
      speaker: { account: user },
      text: readWords(text, botUser),
      chat,
      answers: 'post',
    },
    way: { kind: 'event', account: user, chat },
  };
}

function isNoise({ subtype, hidden, bot_id: bot, user }: z.infer<typeof message>, botUser: string): boolean {
  const voiceOfBot = Boolean(bot) || user === undefined || user === botUser || user === 'USLACKBOT';
  return voiceOfBot || hidden === true || !spoken.includes(subtype);
}

/** https://docs.slack.dev/reference/events/app_home_opened comes for both tabs. */
function readOpened(event: unknown, id: string | undefined): Gesture {
  const found = opened.safeParse(event);
  if (!found.success || id === undefined) return ignored('an opened page of unknown shape');
  const { user, channel, tab } = found.data;
  const chat = channel === undefined ? undefined : chatOf(channel);
  return {
    heard: true,
    inbound: {
      kind: 'arrived',
      key: `event:${id}`,
      speaker: { account: user },
      at: tab === 'home' ? 'home' : 'direct',
      ...given({ chat: tab === 'messages' ? chat : undefined }),
    },
    way: { kind: 'event', account: user, ...given({ chat }) },
  };
}

/** https://docs.slack.dev/reference/events/user_change : a member who was deactivated is `deleted`. Every other change is nothing to us. */
function readChanged(event: unknown, id: string | undefined): Gesture {
  const found = changed.safeParse(event);
  if (!found.success || id === undefined || !found.data.user.deleted) return ignored('a changed profile');
  const account = found.data.user.id;
  return {
    heard: true,
    inbound: { kind: 'left', key: `event:${id}`, speaker: { account } },
    way: { kind: 'event', account },
  };
}
