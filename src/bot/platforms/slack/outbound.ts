/** What the bot puts into Slack: posts that do not double, and updates. */
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../cards/card.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MessageRef, Place, Platform, Result } from '../../ports/platform.ts';
import type { Attempt } from './calls.ts';
import { type ChartFiles, chartsIn } from './chart-files.ts';
import { judge, PictureNotReady } from './failures.ts';
import { fileLookMs } from './limits.ts';
import { type FileOf, noFile } from './render/chart.ts';
import { type Drawn, drawn, homeOf } from './render/message.ts';

const postEventType = 'steward_post';
/** A home page has no channel; its reference says whose page it is. */
const homePrefix = 'home:';

/** How far back an earlier attempt is looked for, at least: the queue's clock may run ahead of Slack's. */
const lookBackMs = 15 * 60_000;
const pages = 5;
const blockTroubles = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];

/** Slack keeps no list of approvals. */
const noInbox: Result<never> = { ok: false, failure: { verdict: 'never', cause: 'no list of approvals here' } };

export function makeOutbound(
  client: WebClient,
  attempt: Attempt,
  realTime: Clock,
  files?: ChartFiles,
): Pick<Platform, 'post' | 'update'> {
  const directChats = new Map<string, string>();
  const filesOf = async (message: Message): Promise<Result<Shown>> => {
    const found = await (files?.of(message) ?? ({ ok: true, value: noFile } as const));
    return found.ok ? { ok: true, value: { message, fileOf: found.value, ...(files && { files }) } } : found;
  };
  const publish = (account: string, message: Message) => attempt('update', () => published(client, account, message));

  return {
    async post(place, message, { id, attempt: number, since }) {
      if (message.type === 'entry' || place.type === 'inbox') return noInbox;
      if (place.type === 'home') return publish(place.account, message);
      const chat = await attempt('update', () => chatOf(client, directChats, place));
      if (!chat.ok) return chat;
      if (number > 1) {
        const oldestMs = Math.min(since.getTime() - 60_000, realTime.now().getTime() - lookBackMs);
        const earlier = await attempt('update', () => standing(client, chat.value, id, oldestMs));
        if (!earlier.ok) return earlier;
        if (earlier.value) return { ok: true, value: earlier.value };
      }
      const shown = await filesOf(message);
      return shown.ok ? attempt('post', () => posted(client, chat.value, shown.value, id)) : shown;
    },

    async update(ref, message) {
      if (message.type === 'entry') return noInbox;
      if (ref.chat.startsWith(homePrefix)) return publish(ref.chat.slice(homePrefix.length), message);
      const shown = await filesOf(message);
      if (!shown.ok) return shown;
      return attempt('update', async () => {
        const target = { channel: ref.chat, ts: ref.message };
        await simplerIfRefused(shown.value, (picture) => client.chat.update({ ...target, ...picture }));
        return ref;
      });
    },
  };
}

async function posted(client: WebClient, chat: string, shown: Shown, id: string): Promise<MessageRef> {
  const metadata = { event_type: postEventType, event_payload: { id } };
  const always = { channel: chat, metadata, unfurl_links: false, unfurl_media: false };
  const { channel, ts } = await simplerIfRefused(shown, (picture) =>
    client.chat.postMessage({ ...always, ...picture }),
  );
  if (channel === undefined || ts === undefined) throw new Error('chat.postMessage gave no reference');
  return { chat: channel, message: ts };
}

/** Publishing the same page again is the same page: https://docs.slack.dev/reference/methods/views.publish */
async function published(client: WebClient, account: string, message: Message): Promise<MessageRef> {
  const { view } = await client.views.publish({ user_id: account, view: homeOf(message) });
  return { chat: `${homePrefix}${account}`, message: view?.id ?? account };
}

async function chatOf(
  client: WebClient,
  directChats: Map<string, string>,
  place: Exclude<Place, { type: 'home' | 'inbox' }>,
): Promise<string> {
  if (place.type === 'chat') return place.chat;
  const known = directChats.get(place.account);
  if (known !== undefined) return known;
  const { channel } = await client.conversations.open({ users: place.account });
  if (channel?.id === undefined) throw new Error('conversations.open gave no channel');
  directChats.set(place.account, channel.id);
  return channel.id;
}

/** Slack has no key for a post: its id travels as metadata, and from the second attempt on is looked for before posting again. */
async function standing(
  client: WebClient,
  chat: string,
  id: string,
  oldestMs: number,
): Promise<MessageRef | undefined> {
  const oldest = String(Math.floor(oldestMs / 1000));
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const question = {
      channel: chat,
      oldest,
      include_all_metadata: true,
      limit: 200,
      ...(cursor !== '' && { cursor }),
    };
    const answer = await client.conversations.history(question);
    const found = answer.messages?.find(({ metadata }) => idOf(metadata) === id);
    if (found?.ts !== undefined) return { chat, message: found.ts };
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return undefined;
  }
  return undefined;
}

function idOf(metadata: { event_type?: string; event_payload?: object } | undefined): unknown {
  if (metadata?.event_type !== postEventType) return undefined;
  return Object.entries(metadata.event_payload ?? {}).find(([name]) => name === 'id')?.[1];
}

type Shown = { readonly message: Message; readonly fileOf: FileOf; readonly files?: ChartFiles };

/**
 * First with its pictures, then in words and blocks, then as its one sentence: new kinds of blocks reach workspaces in waves,
 * and a file may be gone.
 */
async function simplerIfRefused<T>(
  { message, fileOf, files }: Shown,
  send: (picture: Drawn) => Promise<T>,
): Promise<T> {
  const words = drawn(message);
  const pictured = drawn(message, fileOf);
  const ways = chartsIn(message).some((chart) => fileOf(chart) !== undefined) ? [pictured, words] : [words];
  for (const way of ways) {
    const sent = await unlessRefused(() => send(way));
    if (!('cause' in sent)) return sent.value;
    const forPicture = way === pictured && /slack.?file/i.test(sent.cause);
    if (forPicture && files?.refused(message) === true) throw new PictureNotReady(fileLookMs);
  }
  return send({ text: words.text, blocks: [] });
}

async function unlessRefused<T>(send: () => Promise<T>): Promise<{ readonly value: T } | { readonly cause: string }> {
  try {
    return { value: await send() };
  } catch (error) {
    const { code, failure } = judge(error, 'update');
    if (!blockTroubles.includes(code)) throw error;
    return { cause: failure.cause };
  }
}
