/**
 * What a story needs of a chat platform, whichever it is. Implemented by the strict fakes (and by the playground's own page model),
 * so that one story runs on every platform. A fake checks everything the bot sends against the platform's published limits and rules
 * and collects each breach in `breaches`; a story fails if there is one.
 */

/** What a person sees of one message, read as a person would: words only, no payload. */
export type SeenMessage = {
  readonly id: string;
  readonly chat: string;
  /** Title, subtitle and every line of text, top to bottom, markup removed. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** Labels of the inputs standing in the message itself. */
  readonly fields: readonly string[];
  readonly edited: number;
};

export type SeenForm = {
  readonly title: string;
  readonly text: string;
  readonly fields: readonly string[];
  readonly buttons: readonly string[];
};

export type Deliver = 'once' | 'twice';

export interface FakeChat {
  readonly name: string;
  /** Settings (environment variables) that point the bot at this fake. Valid after `start`. */
  readonly settings: Readonly<Record<string, string>>;
  start(): Promise<void>;
  /** Where the bot listens, e.g. `http://127.0.0.1:4000`. Events go there from now on. */
  connect(botUrl: string): void;
  stop(): Promise<void>;
  /** Registers a person of the platform. */
  person(account: string, profile: { name: string; email?: string; locale?: string; zone?: string }): void;
  /** Registers a group chat the bot is in. */
  room(chat: string, members: readonly string[]): void;

  /** Says words to the bot: in the direct chat, or in `room` with a mention. Resolves when the bot has answered the delivery; answers the HTTP status. */
  says(account: string, text: string, options?: { room?: string; deliver?: Deliver }): Promise<number>;
  /** Presses the button with this label on the message (default: the newest one the person can see that has it). Refuses buttons that are not there. */
  presses(account: string, label: string, options?: { message?: string; deliver?: Deliver }): Promise<number>;
  /** Fills the open form (modal, or the newest form standing in a chat) by field labels (choice: option labels) and presses `button`. */
  fills(
    account: string,
    values: Readonly<Record<string, string | number>>,
    button: string,
    options?: { deliver?: Deliver; message?: string },
  ): Promise<number>;

  /** Every message the person can see, oldest first: their direct chat with the bot and the rooms they are in. */
  sees(account: string): readonly SeenMessage[];
  /** The form the person has open, if any (modal, or a form that replaced or followed a card). */
  form(account: string): SeenForm | undefined;
  /** The bot's own page for the person, where the platform has one. */
  home(account: string): SeenMessage | undefined;
  /** Sentences shown to this person alone: toasts, ephemeral messages. Oldest first. */
  told(account: string): readonly string[];
  /** What the form shows as wrong, by field label. */
  problems(account: string): Readonly<Record<string, string>>;
  /** Breaches of the platform's rules by the bot, in words. */
  readonly breaches: readonly string[];
  /** How many messages were posted by the bot in all (edits not counted): doubled posts show here. */
  readonly posted: number;

  /** Makes the next `count` outgoing calls of the bot behave badly. `accept-then-drop`: done, but the answer never arrives. */
  misbehave(
    how: 'rate-limit' | 'drop' | 'accept-then-drop' | 'server-error' | 'refuse',
    count: number,
    options?: { retryAfterSeconds?: number },
  ): void;
  /** Pretends that many days have passed for sent messages: the platform's edit windows close. */
  age(days: number): void;
}
