/** Posting and repainting: a message of the playground stands in the chat memory and nowhere else. */
import type { Message } from '../../cards/card.ts';
import type { ChatMemory, KeptMessage } from '../../ports/chat-memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Failure, MessageRef, Place, Platform, Result } from '../../ports/platform.ts';
import { chatOf } from './chats.ts';

type Needs = { readonly memory: ChatMemory; readonly clock: Clock };

const refOf = ({ chat, id }: KeptMessage): Result<MessageRef> => ({ ok: true, value: { chat, message: id } });

function failed(verdict: Failure['verdict'], cause: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { verdict, cause } };
}

const noInbox = failed('never', 'no list of approvals here');

/** The memory is our own database: when it fails it is down, and keeping by post id makes a second try safe. */
async function orLater(work: () => Promise<Result<MessageRef>>): Promise<Result<MessageRef>> {
  try {
    return await work();
  } catch (error) {
    return failed('later', error instanceof Error ? error.message : String(error));
  }
}

/** A home holds one message, so a new one takes the place of the old. */
async function atHome(memory: ChatMemory, chat: string, message: Message): Promise<KeptMessage | undefined> {
  const standing = (await memory.list(chat, 1)).at(-1);
  return standing && memory.replace(standing.id, message);
}

export function outbound({ memory, clock }: Needs): Pick<Platform, 'post' | 'update' | 'profile' | 'accountOf'> {
  return {
    post: (place: Place, message, { id }) =>
      orLater(async () => {
        if (message.type === 'entry' || place.type === 'inbox') return noInbox;
        const chat = chatOf(place);
        const renewed = place.type === 'home' ? await atHome(memory, chat, message) : undefined;
        return refOf(renewed ?? (await memory.keep({ chat, message, post: id, at: clock.now() })));
      }),
    update: (ref, message) =>
      orLater(async () => {
        if (message.type === 'entry') return noInbox;
        const kept = await memory.replace(ref.message, message);
        return kept ? refOf(kept) : failed('gone', 'no such message');
      }),
    // The page is played by people of the firm file; whoever else speaks has only the name and language they came with.
    profile: async () => failed('never', 'the page knows nobody but the firm’s own people'),
    // Everyone of the firm file has an account here already.
    accountOf: async () => ({ ok: true, value: undefined }),
  };
}
