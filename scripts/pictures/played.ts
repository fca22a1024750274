/** Plays on the page's own routes, without a browser: says, presses and submits as any person of the firm. */
import { randomUUID } from 'node:crypto';
import type { Message } from '../../src/bot/cards/card.ts';
import { buttonsOf } from '../../src/bot/platforms/playground/buttons.ts';
import { directChat, ownChat } from '../../src/bot/platforms/playground/chats.ts';
import type { KeptMessage } from '../../src/bot/ports/chat-memory.ts';

type Posted = KeptMessage & { readonly message: Message };

/** Moments travel as text. */
function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('moment' in value) || typeof value.moment !== 'string')
    return value;
  return { ...value, moment: new Date(value.moment) };
}

const wordsIn = (message: Message): string => JSON.stringify(message);

export class Played {
  readonly #url: string;
  /** Does and sends all that is due. */
  readonly #settle: () => Promise<unknown>;

  constructor(url: string, settle: () => Promise<unknown>) {
    this.#url = url;
    this.#settle = settle;
  }

  async #send(as: string, gesture: string, body: object): Promise<void> {
    const response = await fetch(`${this.#url}/playground/${gesture}?as=${as}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: randomUUID(), ...body }),
    });
    if (!response.ok) throw new Error(`${gesture} as ${as}: ${response.status} ${await response.text()}`);
    await this.#settle();
  }

  /** The newest message that this person sees with these words and, if asked for, this button. */
  async sees(as: string, words: string, button?: string): Promise<Posted> {
    const response = await fetch(`${this.#url}/playground/chats?as=${as}`);
    const { chats } = JSON.parse(await response.text(), revive) as {
      readonly chats: Readonly<Record<string, readonly KeptMessage[]>>;
    };
    const found = Object.values(chats)
      .flat()
      .filter((kept): kept is Posted => kept.message !== undefined)
      .sort((one, other) => Number(one.id) - Number(other.id))
      .findLast(
        ({ message }) =>
          wordsIn(message).includes(words) &&
          (button === undefined || buttonsOf(message).some(({ label }) => label === button)),
      );
    if (!found) throw new Error(`${as} sees nothing with “${words}”`);
    return found;
  }

  says(as: string, text: string): Promise<void> {
    return this.#send(as, 'say', { chat: directChat(as), text });
  }

  async presses(as: string, words: string, label: string): Promise<void> {
    const { id, chat, message } = await this.sees(as, words, label);
    const index = buttonsOf(message).findIndex((button) => button.label === label);
    await this.#send(as, 'press', { chat, message: id, index, label });
  }

  /** Fills the form that was just opened for this person alone. */
  async fills(as: string, words: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const { id, message } = await this.sees(as, words);
    const label = buttonsOf(message)[0]?.label ?? '';
    await this.#send(as, 'submit', { chat: ownChat(as), message: id, index: 0, label, fields });
  }
}
