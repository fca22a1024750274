/** What the page can do to the platform: say, press, submit, open. Each resolves once its effect is committed, and rejects when it could not be. */
import type { Message } from '../../cards/card.ts';
import type { ChatMemory, KeptMessage } from '../../ports/chat-memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Hear, Inbound, MessageRef, Reply, Speaker } from '../../ports/platform.ts';
import { directChat, homeChat, isOwn, mayEnter, ownChat } from './chats.ts';
import type { Pressed } from './buttons.ts';
import { type Gesture, pressed, said, submitted } from './inbound.ts';
import { HISTORY } from './limits.ts';
import { inkWords } from './words.ts';

export type PlaygroundNeeds = {
  readonly memory: ChatMemory;
  readonly log: Log;
  readonly clock: Clock;
  /** A fresh id for a gesture that came without one. */
  readonly newKey: () => string;
};

/** The Reply, and where its form and its card were put for the person alone, so that their buttons can be pressed. */
export type Answer = Reply & {
  readonly formAt?: MessageRef;
  readonly cardAt?: MessageRef;
  /** The words as they now stand in the conversation. */
  readonly said?: KeptMessage;
};

export interface Door {
  says(by: Speaker, chat: string, text: string, key?: string): Promise<Answer>;
  presses(by: Speaker, at: MessageRef, button: Pressed, key?: string): Promise<Answer>;
  submits(
    by: Speaker,
    at: MessageRef,
    button: Pressed,
    fields: Readonly<Record<string, string>>,
    key?: string,
  ): Promise<Answer>;
  opens(by: Speaker, at: 'home' | 'direct', key?: string): Promise<Answer>;
}

type Entrance = {
  readonly door: Door;
  readonly open: (hear: Hear) => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
};

type Standing = KeptMessage & { readonly message: Message };

export function door({ memory, clock, newKey, log }: PlaygroundNeeds): Entrance {
  let hear: Hear | undefined;

  /** The account is part of the key: nobody's gesture can stand in for another's. */
  const gesture = (speaker: Speaker, key?: string): Gesture => ({
    speaker,
    key: `${speaker.account}:${key ?? newKey()}`,
  });

  const tell = (inbound: Inbound): Promise<Reply> => {
    if (!hear) return Promise.reject(new Error('the playground has not started'));
    return hear(inbound);
  };

  const keepOwn = async (account: string, message: Message, post: string): Promise<MessageRef> => {
    const { chat, id } = await memory.keep({ chat: ownChat(account), message, post, at: clock.now() });
    return { chat, message: id };
  };

  /** What is for this person alone is kept on their own sheet, under the gesture's key: delivered twice, it stands once. */
  const putDown = async (reply: Reply, { speaker, key }: Gesture): Promise<Answer> => {
    const { form, card } = reply;
    const formAt = form && (await keepOwn(speaker.account, { type: 'form', form, open: form.submit }, `form:${key}`));
    const cardAt = card && (await keepOwn(speaker.account, { type: 'card', card }, `card:${key}`));
    return { ...reply, ...(formAt && { formAt }), ...(cardAt && { cardAt }) };
  };

  const find = async (account: string, at: MessageRef): Promise<Standing | undefined> => {
    if (!mayEnter(account, at.chat)) return undefined;
    const kept = (await memory.list(at.chat, HISTORY)).find(({ id }) => id === at.message);
    return kept?.message && { ...kept, message: kept.message };
  };

  const changed = (by: Speaker): Answer => ({
    notice: { text: [inkWords[by.locale ?? 'zh-CN'].changed], tone: 'warning' },
  });

  /** Nobody posts to the own sheet but this door, so only this door repaints it. */
  const settle = async (standing: Standing, reply: Reply): Promise<void> => {
    if (reply.fresh && isOwn(standing.chat)) await memory.replace(standing.id, reply.fresh);
  };

  const act = async (
    by: Speaker,
    at: MessageRef,
    key: string | undefined,
    toInbound: (gesture: Gesture, standing: Standing) => Inbound | undefined,
  ): Promise<Answer> => {
    const now = gesture(by, key);
    const standing = await find(by.account, at);
    const inbound = standing && toInbound(now, standing);
    if (!inbound) {
      log.info({ account: by.account, message: at.message }, 'a press named a button that does not stand there');
      return changed(by);
    }
    const reply = await tell(inbound);
    await settle(standing, reply);
    return putDown(reply, now);
  };

  return {
    open: (listener) => {
      hear = listener;
    },
    close: () => {
      hear = undefined;
    },
    isOpen: () => hear !== undefined,
    door: {
      says: async (by, chat, text, key) => {
        if (!mayEnter(by.account, chat)) return changed(by);
        const now = gesture(by, key);
        const words = { chat, author: by.account, text, post: `said:${now.key}`, at: clock.now() };
        const kept = await memory.keep(words);
        return { ...(await putDown(await tell(said(now, chat, text)), now)), said: kept };
      },
      presses: (by, at, button, key) => act(by, at, key, (now, standing) => pressed(now, standing, button)),
      submits: (by, at, button, fields, key) =>
        act(by, at, key, (now, standing) => submitted(now, standing, button, fields)),
      opens: async (by, at, key) => {
        const now = gesture(by, key);
        const chat = { id: at === 'home' ? homeChat(by.account) : directChat(by.account), kind: 'direct' } as const;
        return putDown(await tell({ ...now, kind: 'arrived', at, chat }), now);
      },
    },
  };
}
