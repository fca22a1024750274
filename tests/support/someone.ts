/** One person of a story: what they do, and what they see of it. */
import { cast, type Name, type PlatformName } from './cast.ts';
import type { Deliver, FakeChat, SeenForm, SeenMessage } from './fake-chat.ts';
import type { World } from './world.ts';

type Gesture = { readonly room?: string; readonly message?: string; readonly deliver?: Deliver };

/** Somebody's direct chat with the bot, or the desk's room. */
type Where = 'anywhere' | 'direct' | 'room';

function has(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

/** One person of the story. */
export class Someone {
  readonly account: string;
  readonly #world: World;
  readonly #chat: FakeChat;

  constructor(world: World, name: Name, platform: PlatformName) {
    this.#world = world;
    this.#chat = world.chatOn(platform);
    this.account = cast[name].accounts[platform];
  }

  says(text: string, options: Gesture = {}): Promise<number> {
    return this.#world.after(() => this.#chat.says(this.account, text, { deliver: this.#world.deliver, ...options }));
  }

  /** In the desk's own room, with a mention of the bot. */
  saysInRoom(text: string): Promise<number> {
    return this.says(text, { room: this.#world.room });
  }

  presses(label: string, options: Gesture = {}): Promise<number> {
    return this.#world.after(() =>
      this.#chat.presses(this.account, label, { deliver: this.#world.deliver, ...options }),
    );
  }

  fills(values: Readonly<Record<string, string | number>>, button: string, options: Gesture = {}): Promise<number> {
    return this.#world.after(() =>
      this.#chat.fills(this.account, values, button, { deliver: this.#world.deliver, ...options }),
    );
  }

  sees(): readonly SeenMessage[] {
    return this.#chat.sees(this.account);
  }

  /** The newest message they see whose words contain this, wherever it stands or only there. Fails with what they do see. */
  card(words: string | RegExp, where: Where = 'anywhere'): SeenMessage {
    const all = this.sees().filter(
      ({ chat }) => where === 'anywhere' || this.#world.isRoom(chat) === (where === 'room'),
    );
    const found = all.findLast(({ text }) => has(text, words));
    if (found) return found;
    const seen = all.map(({ text }) => `— ${text}`).join('\n');
    throw new Error(`${this.account} sees nothing with “${String(words)}”, but:\n${seen}`);
  }

  cards(words: string | RegExp): readonly SeenMessage[] {
    return this.sees().filter(({ text }) => has(text, words));
  }

  /** For a gesture on that very message: `li.presses('接手', li.at('REQ-3 ·'))`. */
  at(words: string | RegExp, where?: Where): { readonly message: string } {
    return { message: this.card(words, where).id };
  }

  /** The bot's own page, as this person sees it. */
  home(): SeenMessage | undefined {
    return this.#chat.home(this.account);
  }

  form(): SeenForm | undefined {
    return this.#chat.form(this.account);
  }

  told(): readonly string[] {
    return this.#chat.told(this.account);
  }

  problems(): Readonly<Record<string, string>> {
    return this.#chat.problems(this.account);
  }
}
