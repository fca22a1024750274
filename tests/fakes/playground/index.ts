/** The playground as a FakeChat: plays persons through the same routes as the page, so that every story runs on it too. */
import { randomUUID } from 'node:crypto';
import { buttonsOf, findButton } from '../../../src/bot/platforms/playground/buttons.ts';
import { directChat, homeChat, isPrivate, ownChat } from '../../../src/bot/platforms/playground/chats.ts';
import type { KeptMessage } from '../../../src/bot/ports/chat-memory.ts';
import type { Shown } from '../../../src/web/playground/answers.ts';
import type { Deliver, FakeChat, SeenForm, SeenMessage } from '../../support/fake-chat.ts';
import { byAge, fieldsOf, filledIn, type Posted, revive, seen, seenForm, textOf } from './reading.ts';

type Chats = Readonly<Record<string, readonly KeptMessage[]>>;
type At = { readonly chat: string; readonly message: string };

const isPosted = (kept: KeptMessage): kept is Posted => kept.message !== undefined;

export class PlaygroundChat implements FakeChat {
  readonly name = 'playground';
  readonly settings = { PLAYGROUND: 'on' };
  /** The page sets no rule that the bot could break. */
  readonly breaches: readonly string[] = [];
  #url = '';
  readonly #accounts = new Set<string>();
  readonly #chats = new Map<string, Chats>();
  readonly #told = new Map<string, string[]>();
  readonly #dialogs = new Map<string, At>();
  readonly #problems = new Map<string, Readonly<Record<string, string>>>();
  /** What stands in the inputs of a form that came back with problems: the page leaves it there. */
  readonly #typed = new Map<string, Readonly<Record<string, string | number>>>();

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  connect(botUrl: string): void {
    this.#url = botUrl;
  }

  person(account: string): void {
    this.#accounts.add(account);
  }

  /** Who is in a room follows from the firm file. */
  room(_chat: string, members: readonly string[]): void {
    for (const member of members) this.#accounts.add(member);
  }

  /** `sees`, `home` and `posted` answer from what was last fetched: after time or work has passed, fetch again. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#accounts].map((account) => this.#fetch(account)));
  }

  async #fetch(account: string): Promise<Chats> {
    this.#accounts.add(account);
    const response = await fetch(`${this.#url}/playground/chats?as=${encodeURIComponent(account)}`);
    const { chats } = JSON.parse(await response.text(), revive) as { chats: Chats };
    this.#chats.set(account, chats);
    return chats;
  }

  /** Delivered twice, the second delivery is the same to the letter; what it answers is shown to nobody. */
  async #send(account: string, gesture: string, body: object, deliver: Deliver = 'once'): Promise<number> {
    const text = JSON.stringify({ key: randomUUID(), ...body });
    const send = (): Promise<Response> =>
      fetch(`${this.#url}/playground/${gesture}?as=${encodeURIComponent(account)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      });
    const first = await send();
    const last = deliver === 'twice' ? await send() : first;
    await this.#show(account, (await first.json()) as Shown);
    return last.status;
  }

  async #show(account: string, { toast, card, dialog, problems }: Shown): Promise<void> {
    const chats = await this.#fetch(account);
    const told = this.#told.get(account) ?? [];
    if (toast) told.push(toast.text);
    const shown = card && chats[card.chat]?.find(({ id }) => id === card.message);
    if (shown?.message) told.push(textOf(shown.message));
    this.#told.set(account, told);
    this.#problems.set(account, problems ?? {});
    if (dialog) this.#dialogs.set(account, { chat: dialog.chat, message: dialog.message });
  }

  says(account: string, text: string, options: { room?: string; deliver?: Deliver } = {}): Promise<number> {
    return this.#send(account, 'say', { chat: options.room ?? directChat(account), text }, options.deliver);
  }

  async #visible(account: string): Promise<readonly Posted[]> {
    return Object.values(await this.#fetch(account))
      .flat()
      .filter(isPosted)
      .sort(byAge);
  }

  async presses(
    account: string,
    label: string,
    options: { message?: string; deliver?: Deliver } = {},
  ): Promise<number> {
    const there = (await this.#visible(account)).filter(
      ({ id, message }) =>
        (options.message ?? id) === id && buttonsOf(message).some((button) => button.label === label),
    );
    const at = there.at(-1);
    if (!at) throw new Error(`${account} sees no button “${label}”`);
    const index = buttonsOf(at.message).findIndex((button) => button.label === label);
    return this.#send(account, 'press', { chat: at.chat, message: at.id, index, label }, options.deliver);
  }

  #formAt(account: string, all: readonly Posted[], message?: string): Posted | undefined {
    const dialog = this.#dialogs.get(account);
    const wanted = message ?? dialog?.message;
    if (wanted !== undefined) return all.find(({ id }) => id === wanted);
    return all.findLast((each) => each.message.type === 'form' && each.chat !== ownChat(account));
  }

  async fills(
    account: string,
    values: Readonly<Record<string, string | number>>,
    button: string,
    options: { deliver?: Deliver; message?: string } = {},
  ): Promise<number> {
    const at = this.#formAt(account, await this.#visible(account), options.message);
    if (!at) throw new Error(`${account} has no form open`);
    const index = buttonsOf(at.message).findIndex(({ label }) => label === button);
    if (!findButton(at.message, { index, label: button })) throw new Error(`the form has no button “${button}”`);
    const body = { chat: at.chat, message: at.id, index, label: button };
    const typed = { ...this.#typed.get(at.id), ...values };
    const fields = filledIn(fieldsOf(at.message), typed);
    const status =
      index === 0
        ? await this.#send(account, 'submit', { ...body, fields }, options.deliver)
        : await this.#send(account, 'press', body, options.deliver);
    const wrong = Object.keys(this.#problems.get(account) ?? {}).length > 0;
    if (wrong) this.#typed.set(at.id, typed);
    if (status === 200 && !wrong && this.#dialogs.get(account)?.message === at.id) this.#dialogs.delete(account);
    return status;
  }

  sees(account: string): readonly SeenMessage[] {
    const chats = Object.entries(this.#chats.get(account) ?? {});
    return chats
      .filter(([chat]) => chat === directChat(account) || !isPrivate(chat))
      .flatMap(([, kept]) => kept.filter(isPosted))
      .sort(byAge)
      .map(seen);
  }

  #all(account: string): readonly Posted[] {
    return Object.values(this.#chats.get(account) ?? {}).flatMap((kept) => kept.filter(isPosted));
  }

  form(account: string): SeenForm | undefined {
    const at = this.#formAt(account, this.#all(account));
    return at && seenForm(at);
  }

  home(account: string): SeenMessage | undefined {
    const at = this.#chats.get(account)?.[homeChat(account)]?.findLast(isPosted);
    return at && seen(at);
  }

  told(account: string): readonly string[] {
    return this.#told.get(account) ?? [];
  }

  problems(account: string): Readonly<Record<string, string>> {
    const at = this.#formAt(account, this.#all(account));
    const labels = new Map((at ? fieldsOf(at.message) : []).map(({ id, label }) => [id, label]));
    return Object.fromEntries(
      Object.entries(this.#problems.get(account) ?? {}).map(([id, problem]) => [labels.get(id) ?? id, problem]),
    );
  }

  get posted(): number {
    const own = (chat: string): boolean => chat.startsWith('own:') || chat.startsWith('home:');
    const all = [...this.#chats.values()].flatMap((chats) => Object.values(chats).flat());
    return new Set(all.filter((kept) => isPosted(kept) && !own(kept.chat)).map(({ id }) => id)).size;
  }

  /** Nothing goes out over a wire here, so nothing can misbehave on it: what is posted stands in the bot's own database. */
  misbehave(): void {}

  /** Cards of the playground can be edited for ten years. */
  age(): void {}
}
