/** What the fake tenant consists of: people, chats, messages, and the breaches of the rules the bot committed. */
export type FakePerson = {
  readonly account: string;
  readonly name: string;
  readonly email?: string;
  readonly locale: string;
  readonly zone: string;
};

export type Json = Record<string, unknown>;

export type FakeMessage = {
  readonly id: string;
  readonly chat: string;
  readonly sentAt: number;
  type: 'text' | 'interactive';
  /** Parsed content: `{text}` or a card. */
  content: Json;
  edited: number;
  /** While a press is in flight the card cannot be patched. */
  locked: boolean;
};

export class Workspace {
  readonly people = new Map<string, FakePerson>();
  readonly rooms = new Map<string, ReadonlySet<string>>();
  readonly messages: FakeMessage[] = [];
  readonly breaches: string[] = [];
  readonly toasts = new Map<string, string[]>();
  readonly uuids = new Map<string, { readonly message: FakeMessage; readonly until: number }>();
  readonly botOpenId = 'ou_botsteward0000000000000000000000';
  /** Whether the card engine refuses every chart. */
  refusesCharts = false;
  posted = 0;
  #aged = 0;
  #ids = 0;

  /** The platform's clock: real time plus what `age` let pass. */
  now(): number {
    return Date.now() + this.#aged;
  }

  age(days: number): void {
    this.#aged += days * 86_400_000;
  }

  breach(words: string): void {
    this.breaches.push(words);
  }

  id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}_${this.#ids.toString().padStart(32, '0')}`;
  }

  directChat(account: string): string {
    return `oc_p2p_${account}`;
  }

  /** The chat a message to this receiver lands in, or undefined when there is none. */
  chatFor(type: string, receiver: string): string | undefined {
    if (type === 'open_id') return this.people.has(receiver) ? this.directChat(receiver) : undefined;
    if (type !== 'chat_id') return undefined;
    if (this.rooms.has(receiver)) return receiver;
    return receiver.startsWith('oc_p2p_') && this.people.has(receiver.slice('oc_p2p_'.length)) ? receiver : undefined;
  }

  personOf(account: string): FakePerson {
    const person = this.people.get(account);
    if (!person) throw new Error(`nobody here is called ${account}`);
    return person;
  }

  visibleTo(account: string): readonly FakeMessage[] {
    const direct = this.directChat(account);
    return this.messages.filter(({ chat }) => chat === direct || this.rooms.get(chat)?.has(account));
  }

  toast(account: string, words: string): void {
    this.toasts.set(account, [...(this.toasts.get(account) ?? []), words]);
  }
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Any value in words, for sentences about what is wrong. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
