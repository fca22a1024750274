/** Where the playground keeps its conversations, so that a restart forgets nothing. The other platforms keep theirs themselves. */
import type { Message } from '../cards/card.ts';

export type KeptMessage = {
  /** Grows with time. */
  readonly id: string;
  readonly chat: string;
  /** A person's account, or undefined for the bot. */
  readonly author?: string;
  /** What a person said. */
  readonly text?: string;
  /** What the bot posted. */
  readonly message?: Message;
  /** The id of the post that put it here: the same post never stands twice. */
  readonly post?: string;
  readonly at: Date;
  readonly edited: number;
};

export interface ChatMemory {
  /** Keeps a message and answers it with its id; a `post` that stands already is answered, not kept again. */
  keep(message: Omit<KeptMessage, 'id' | 'edited'>): Promise<KeptMessage>;
  /** Undefined when there is no such message. */
  replace(id: string, message: Message): Promise<KeptMessage | undefined>;
  /** The newest `limit` messages of a chat, oldest first. */
  list(chat: string, limit: number): Promise<readonly KeptMessage[]>;
  /** Hears of every kept or replaced message, whichever process did it. Answers a function that stops it. */
  watch(listener: (message: KeptMessage) => void): () => void;
}
