/** What is for one person alone: forms and cards given as an answer. Kept like any message, so that their buttons can be looked up. */
import type { Message } from '../../cards/card.ts';
import type { ChatMemory, KeptMessage } from '../../ports/chat-memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MessageRef, Reply } from '../../ports/platform.ts';
import { isOwn, ownChat } from './chats.ts';
import type { Gesture } from './inbound.ts';

/** The Reply, and where its form and its card were put for the person alone, so that their buttons can be pressed. */
export type Answer = Reply & {
  readonly formAt?: MessageRef;
  readonly cardAt?: MessageRef;
  /** The words as they now stand in the conversation. */
  readonly said?: KeptMessage;
};

type OwnSheet = {
  readonly putDown: (reply: Reply, gesture: Gesture) => Promise<Answer>;
  readonly repaint: (standing: KeptMessage, reply: Reply) => Promise<void>;
};

export function ownSheet({ memory, clock }: { readonly memory: ChatMemory; readonly clock: Clock }): OwnSheet {
  const keep = async (account: string, message: Message, post: string): Promise<MessageRef> => {
    const { chat, id } = await memory.keep({ chat: ownChat(account), message, post, at: clock.now() });
    return { chat, message: id };
  };
  return {
    /** Kept under the gesture's key: delivered twice, it stands once. */
    putDown: async (reply, { speaker, key }) => {
      const { card, problems } = reply;
      // A form that is still wrong stays open in the browser, with what was typed; it is not opened a second time.
      const form = problems ? undefined : reply.form;
      const formAt = form && (await keep(speaker.account, { type: 'form', form, open: form.submit }, `form:${key}`));
      const cardAt = card && (await keep(speaker.account, { type: 'card', card }, `card:${key}`));
      return { ...reply, ...(formAt && { formAt }), ...(cardAt && { cardAt }) };
    },
    /** Nobody posts to the own sheet but the door, so only the door repaints it. */
    repaint: async (standing, { fresh }) => {
      if (fresh && isOwn(standing.chat)) await memory.replace(standing.id, fresh);
    },
  };
}
