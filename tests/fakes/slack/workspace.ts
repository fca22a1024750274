/** What a workspace of the fake Slack holds: people, rooms, messages, views, and the short-lived keys to them. */
import type { Json } from './checker/checks.ts';
import { manifestScopes } from './scopes.ts';

export type Profile = {
  readonly name: string;
  readonly email?: string;
  readonly locale?: string;
  readonly zone?: string;
};
export type Person = { readonly account: string; readonly profile: Profile; readonly direct: string };

export type Message = {
  readonly ts: string;
  readonly channel: string;
  /** Undefined for the bot. */
  readonly author?: string;
  text: string;
  blocks: readonly Json[];
  readonly metadata?: Json;
  edited: number;
  ageDays: number;
};
/** Shown to one person alone; gone when the client reloads. */
export type Ephemeral = Message & { readonly for: string };

export type FakeFile = {
  readonly id: string;
  /** The length it was announced with. */
  readonly declared: number;
  bytes?: Buffer;
  complete: boolean;
  /** How many messages that show it are still refused, because it is being looked at. */
  refusals: number;
  deleted: boolean;
};

export type View = {
  readonly id: string;
  hash: string;
  json: Json;
  /** What was typed: block id, action id, state. */
  values: Record<string, Record<string, Json>>;
  problems: Readonly<Record<string, string>>;
};
export type Trigger = { readonly account: string; readonly at: number; used: boolean };
export type Address = { readonly account: string; readonly channel: string; readonly at: number; uses: number };

export type Rules = {
  /** How long a trigger lives. */
  readonly triggerMs: number;
  /** Posts to one channel that may follow each other at once; one more a second after that. */
  readonly burst: number;
  /** A workspace that does not know our blocks yet: new kinds reach workspaces in waves. */
  readonly refusesBlocks: boolean;
  /** What the app was granted. */
  readonly scopes: readonly string[];
  /** Whether the workspace takes files, or the error it has for them. */
  readonly uploads: 'taken' | 'file_uploads_disabled' | 'storage_limit_reached' | 'internal_error';
  /** How many messages with a new file are refused before it can be shown. */
  readonly unreadyFor: number;
};

export const usualRules: Rules = {
  triggerMs: 3000,
  burst: 60,
  refusesBlocks: false,
  scopes: manifestScopes,
  uploads: 'taken',
  unreadyFor: 0,
};

export class Workspace {
  readonly token = 'xoxb-fake-token';
  readonly signingSecret = 'fake-signing-secret';
  readonly team = 'T0FAKE';
  readonly app = 'A0FAKE';
  readonly botUser = 'U0STEWARD';
  readonly botId = 'B0STEWARD';

  readonly people = new Map<string, Person>();
  readonly rooms = new Map<string, Set<string>>();
  readonly messages: Message[] = [];
  readonly ephemerals: Ephemeral[] = [];
  readonly told = new Map<string, string[]>();
  readonly files = new Map<string, FakeFile>();
  uploads = 0;
  readonly homes = new Map<string, View>();
  readonly stacks = new Map<string, View[]>();
  readonly triggers = new Map<string, Trigger>();
  readonly addresses = new Map<string, Address>();
  readonly breaches: string[] = [];
  rules: Rules;
  posted = 0;

  private readonly buckets = new Map<string, { room: number; at: number }>();
  private serial = 0;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  /** Unlike any other of this workspace, growing. */
  next(): string {
    this.serial += 1;
    return String(this.serial).padStart(6, '0');
  }

  ts(): string {
    return `${Math.floor(Date.now() / 1000)}.${this.next()}`;
  }

  breach(words: string): void {
    this.breaches.push(words);
  }

  tell(account: string, words: string): void {
    this.told.set(account, [...(this.told.get(account) ?? []), words]);
  }

  personOf(account: string): Person {
    const person = this.people.get(account);
    if (!person) throw new Error(`the fake Slack knows no person ${account}`);
    return person;
  }

  /** The people in a channel, or undefined when there is no such channel for the bot. */
  membersOf(channel: string): ReadonlySet<string> | undefined {
    const direct = [...this.people.values()].find((person) => person.direct === channel);
    return direct ? new Set([direct.account]) : this.rooms.get(channel);
  }

  channelsOf(account: string): ReadonlySet<string> {
    const rooms = [...this.rooms].flatMap(([chat, members]) => (members.has(account) ? [chat] : []));
    return new Set([this.personOf(account).direct, ...rooms]);
  }

  trigger(account: string): string {
    const id = `${this.next()}.${this.team}.trigger`;
    this.triggers.set(id, { account, at: Date.now(), used: false });
    return id;
  }

  address(account: string, channel: string): string {
    const id = this.next();
    this.addresses.set(id, { account, channel, at: Date.now(), uses: 0 });
    return id;
  }

  view(json: Json): View {
    return { id: `V${this.next()}`, hash: `${this.ts()}.hash`, json, values: {}, problems: {} };
  }

  /** Another picture in the same view; what was typed stays where block and action are the same. */
  redraw(view: View, json: Json): void {
    view.json = json;
    view.hash = `${this.ts()}.hash`;
    view.problems = {};
  }

  /** Whether the channel has room for one more message now: a burst, then one a second. */
  pace(channel: string): boolean {
    const now = Date.now();
    const bucket = this.buckets.get(channel) ?? { room: this.rules.burst, at: now };
    const room = Math.min(this.rules.burst, bucket.room + (now - bucket.at) / 1000);
    this.buckets.set(channel, { room: room >= 1 ? room - 1 : room, at: now });
    return room >= 1;
  }
}
