/** The playground's port to its memory, kept in this process, so that the door can be tested without the rest of the bot. */
import type { Message } from '../../../src/bot/cards/card.ts';
import type { ChatMemory, KeptMessage } from '../../../src/bot/ports/chat-memory.ts';
import type { Clock } from '../../../src/bot/ports/clock.ts';
import type { Log } from '../../../src/bot/ports/log.ts';

export class MemoryInProcess implements ChatMemory {
  readonly #kept = new Map<string, KeptMessage>();
  readonly #listeners = new Set<(message: KeptMessage) => void>();
  /** Set: every call fails, as when the database is down. */
  down = false;

  #tell(message: KeptMessage): KeptMessage {
    this.#kept.set(message.id, message);
    for (const listener of this.#listeners) listener(message);
    return message;
  }

  #check(): void {
    if (this.down) throw new Error('the database is down');
  }

  async keep(message: Omit<KeptMessage, 'id' | 'edited'>): Promise<KeptMessage> {
    this.#check();
    const standing = [...this.#kept.values()].find(({ post }) => post !== undefined && post === message.post);
    if (standing) return standing;
    return this.#tell({ ...message, id: String(this.#kept.size + 1).padStart(6, '0'), edited: 0 });
  }

  async replace(id: string, message: Message): Promise<KeptMessage | undefined> {
    this.#check();
    const old = this.#kept.get(id);
    return old && this.#tell({ ...old, message, edited: old.edited + 1 });
  }

  async list(chat: string, limit: number): Promise<readonly KeptMessage[]> {
    this.#check();
    return [...this.#kept.values()].filter((each) => each.chat === chat).slice(-limit);
  }

  watch(listener: (message: KeptMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const standingClock: Clock = { now: () => new Date('2026-11-25T02:10:00Z') };

export const silent: Log = {
  ...{ debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  child: () => silent,
};
