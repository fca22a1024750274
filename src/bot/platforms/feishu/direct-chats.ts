/** Remembers which chats are direct ones: a card callback does not say. Bounded; what is forgotten counts as a group. */
export class DirectChats {
  readonly #most: number;
  readonly #chats = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  remember(chat: string): void {
    this.#chats.delete(chat);
    this.#chats.add(chat);
    const [oldest] = this.#chats;
    if (this.#chats.size > this.#most && oldest !== undefined) this.#chats.delete(oldest);
  }

  has(chat: string): boolean {
    return this.#chats.has(chat);
  }
}
