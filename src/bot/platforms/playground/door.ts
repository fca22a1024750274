/** What the page can do to the platform: say, press, submit, open. Each resolves once its effect is committed, and rejects when it could not be. */
import type { Message } from '../../cards/card.ts';
import type { ChatMemory, KeptMessage } from '../../ports/chat-memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Hear, Inbound, MessageRef, Reply, Speaker } from '../../ports/platform.ts';
import type { Pressed } from './buttons.ts';
import { directChat, homeChat, mayEnter } from './chats.ts';
import { type Gesture, pressed, said, submitted } from './inbound.ts';
import { HISTORY } from './limits.ts';
import { type Answer, ownSheet } from './own-sheet.ts';
import { inkWords } from './words.ts';

export type PlaygroundNeeds = {
  readonly memory: ChatMemory;
  readonly log: Log;
  readonly clock: Clock;
  /** A fresh id for a gesture that came without one. */
  readonly newKey: () => string;
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

/** Only the newest messages of a chat can be pressed: those the page shows. */
async function find(memory: ChatMemory, account: string, at: MessageRef): Promise<Standing | undefined> {
  if (!mayEnter(account, at.chat)) return undefined;
  const kept = (await memory.list(at.chat, HISTORY)).find(({ id }) => id === at.message);
  return kept?.message && { ...kept, message: kept.message };
}

export function door({ memory, clock, newKey, log }: PlaygroundNeeds): Entrance {
  let hear: Hear | undefined;
  const sheet = ownSheet({ memory, clock });

  /** The account is part of the key: nobody's gesture can stand in for another's. */
  const gesture = (speaker: Speaker, key?: string): Gesture => ({
    speaker,
    key: `${speaker.account}:${key ?? newKey()}`,
  });

  const tell = (inbound: Inbound): Promise<Reply> => {
    if (!hear) return Promise.reject(new Error('the playground has not started'));
    return hear(inbound);
  };

  const changed = (by: Speaker): Answer => ({
    notice: { text: [inkWords[by.locale ?? 'zh-CN'].changed], tone: 'warning' },
  });

  const act = async (
    by: Speaker,
    at: MessageRef,
    key: string | undefined,
    toInbound: (gesture: Gesture, standing: Standing) => Inbound | undefined,
  ): Promise<Answer> => {
    const now = gesture(by, key);
    const standing = await find(memory, by.account, at);
    const inbound = standing && toInbound(now, standing);
    if (!inbound) {
      log.info({ account: by.account, message: at.message }, 'a press named a button that does not stand there');
      return changed(by);
    }
    const reply = await tell(inbound);
    await sheet.repaint(standing, reply);
    return sheet.putDown(reply, now);
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
        return { ...(await sheet.putDown(await tell(said(now, chat, text)), now)), said: kept };
      },
      presses: (by, at, button, key) => act(by, at, key, (now, standing) => pressed(now, standing, button)),
      submits: (by, at, button, fields, key) =>
        act(by, at, key, (now, standing) => submitted(now, standing, button, fields)),
      opens: async (by, at, key) => {
        const now = gesture(by, key);
        const chat = { id: at === 'home' ? homeChat(by.account) : directChat(by.account), kind: 'direct' } as const;
        return sheet.putDown(await tell({ ...now, kind: 'arrived', at, chat }), now);
      },
    },
  };
}
