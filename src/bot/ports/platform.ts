/** The seam to a chat platform: what it hears, what it is asked to show. The engine never asks which platform it is. */
import type { Card, Entry, Form, Line, Message, Showable, Tone, Wish } from '../cards/card.ts';
import type { PlatformId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/language.ts';

/** Who the platform says made the gesture. `locale` only if the gesture itself told it. */
export type Speaker = { readonly account: string; readonly name?: string; readonly locale?: Locale };

/** A chat as the platform names it. `direct` is a conversation with one person alone. */
export type Chat = { readonly id: string; readonly kind: 'direct' | 'group' };

type Heard = {
  /** Unites every delivery of one gesture: whatever carries the same key has one effect. Unique within the platform. */
  readonly key: string;
  readonly speaker: Speaker;
  /** What reached us, as parsed from the wire, kept for the inbox row. */
};

export type Inbound =
  /** Words, to the bot alone or with a mention of it (already removed from `text`). */
  | (Heard & { readonly kind: 'said'; readonly text: string; readonly chat: Chat; readonly answers: 'reply' | 'post' })
  /**
   * A button of a card. `message` is where it was pressed; `wish` is what the card claims, not yet believed.
   * `entry` instead: it was pressed in the platform's own list of approvals, in the entry of that name (`MessageRef.message`).
   */
  | (Heard & {
      readonly kind: 'pressed';
      readonly wish: Wish;
      readonly chat?: Chat;
      readonly message?: string;
      readonly entry?: string;
    })
  /** A form. `fields` by field id, empty ones left out, numbers as numbers. */
  | (Heard & {
      readonly kind: 'submitted';
      readonly wish: Wish;
      readonly fields: Readonly<Record<string, string | number>>;
      readonly chat?: Chat;
      readonly message?: string;
      readonly entry?: string;
    })
  /** Someone opened the bot's own page or its direct chat. Carries no wish; a platform with a home page asks for it here. */
  | (Heard & { readonly kind: 'arrived'; readonly at: 'home' | 'direct'; readonly chat?: Chat })
  /** The platform's directory says that the speaker's account is gone from the firm. Nothing is answered. */
  | (Heard & { readonly kind: 'left' });

/**
 * What the person who acted gets, within 3 s, by the platform's own synchronous means (toast, ephemeral, modal).
 * Everything in it is already in their language. It is never durable: what must not be lost is posted.
 */
export type Reply = {
  /** A sentence for them alone. */
  readonly notice?: { readonly text: Line; readonly tone: Tone };
  /** Nothing was done; the notice or the problems say why. For platforms that must answer yes or no. */
  readonly refused?: true;
  /** The card or form they pressed on, as it is true now. */
  readonly fresh?: Message;
  /** The entry of the platform's list of approvals they pressed in, as it is true now. */
  readonly entry?: Entry;
  /** Whether the message they pressed on stands in their direct chat, where it is known. */
  readonly direct?: boolean;
  /** A form to fill now. */
  readonly form?: Form;
  /** A card for them alone (an answer to words that came with a reply channel). */
  readonly card?: Card;
  /** What is wrong with which field of the form they submitted; the form stays open with what they typed. */
  readonly problems?: Readonly<Record<string, string>>;
};

/** Hears one gesture. Resolves after the effect is committed; rejects when it could not be (the platform must then redeliver). */
export type Hear = (inbound: Inbound) => Promise<Reply>;

/**
 * Where a message is to stand. `person` is the direct chat of that account, `home` the bot's own page for it,
 * `inbox` the platform's own list of approvals: `of` is the record that has its entry there.
 */
export type Place =
  | { readonly type: 'chat'; readonly chat: string }
  | { readonly type: 'person'; readonly account: string }
  | { readonly type: 'home'; readonly account: string }
  | { readonly type: 'inbox'; readonly of: string };

/** A message that stands: what `update` needs, and nothing the engine looks into. */
export type MessageRef = { readonly chat: string; readonly message: string };

/**
 * A failure is a value. `later`: nothing was done, try again (not before `afterMs`; `scope` says whether only this chat must wait or the whole app).
 * `never`: trying again cannot help. `gone`: this message can no longer be edited, a new one would do.
 * `unsure`: it may or may not have been done.
 */
export type Failure = {
  readonly verdict: 'later' | 'never' | 'gone' | 'unsure';
  /** For operators: the platform's code and words. */
  readonly cause: string;
  readonly afterMs?: number;
  readonly scope?: 'chat' | 'app';
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export type Profile = {
  readonly name: string;
  readonly email?: string;
  readonly locale?: Locale;
  readonly zone?: string;
};

/** What differs between platforms, as data. */
export type Traits = {
  /** Days a sent card can be edited; after that it is posted anew. */
  readonly editableDays: number;
  /** Messages a second into one chat, and by the whole app. */
  readonly perChatPerSecond: number;
  readonly perAppPerSecond: number;
  /** Has a page of the bot's own for each person. */
  readonly hasHome: boolean;
  /** Has a list of approvals of its own, into which ours are mirrored. */
  readonly hasInbox: boolean;
  /** `fresh` of a Reply repaints the pressed card by itself, so that the queue need not. */
  readonly repaintsPressed: boolean;
};

export interface Platform {
  readonly id: PlatformId;
  readonly traits: Traits;
  /** Resolves when gestures can arrive; rejects with a sentence for operators when the platform's credentials are refused. */
  start(hear: Hear): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when what people are being told beside the answers to their gestures has gone out. */
  settled(): Promise<void>;
  /** Why the link is down now, or undefined when it is up. For `/readyz`; makes no network call. */
  trouble(): string | undefined;
  /**
   * Puts a message into a place. `id` is the same for every attempt of one post; from `attempt` 2 on the platform makes sure
   * by its own means that an earlier attempt has not arrived already.
   */
  post(
    place: Place,
    message: Showable,
    attempt: { readonly id: string; readonly attempt: number; readonly since: Date },
  ): Promise<Result<MessageRef>>;
  update(ref: MessageRef, message: Showable): Promise<Result<MessageRef>>;
  /**
   * Whether what stands there is what this message would make of it, as far as the platform can tell. Only where the platform can
   * be asked: for entries of an inbox. `ok` with false: an update would mend it.
   */
  stands?(ref: MessageRef, message: Showable): Promise<Result<boolean>>;
  profile(account: string): Promise<Result<Profile>>;
  /** The account of whoever has this e-mail address here; undefined when nobody has, or when the platform knows no addresses. */
  accountOf(email: string): Promise<Result<string | undefined>>;
}
