/** The neutral picture language: everything Steward can show, closed. Each platform's `render.ts` is one ink for it. */
import type { Account } from '../../domain/firm.ts';
import type { Localized } from '../../domain/language.ts';

/** A piece of text. Plain strings are data: every ink escapes them, so words from people can never become markup. */
export type Span =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** Drawn in the reader's own zone where the platform can, else in `zone`. */
  | { readonly moment: Date; readonly zone: string; readonly style: 'date' | 'time' | 'date-time' };

export type Line = readonly Span[];

/** What the colour says. Never the only carrier of meaning: the state is always also in words. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'muted';

/**
 * A wish waiting under a button. `intent` ids are forever: old cards live for weeks.
 * `input` is data to look things up by (a record's number); rights are never read from it. At most 1,500 bytes as JSON.
 */
export type Wish = {
  readonly intent: string;
  readonly input: Readonly<Record<string, string | number | boolean>>;
};

export type Button = {
  readonly label: string;
  readonly wish: Wish;
  readonly look: 'plain' | 'primary' | 'danger';
};

export type Fact = { readonly label: string; readonly value: Line };

export type Step = { readonly label: string; readonly state: 'done' | 'now' | 'next' | 'failed' };

/**
 * How numbers went over a few points: one value for each category in every series. `tone` is the series' colour and never its only mark.
 * `alternative` says in words what the picture shows; it stands where no picture can, and is read aloud.
 */
export type Chart = {
  readonly title: string;
  readonly kind: 'stacked-bars' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly tone: Tone; readonly values: readonly number[] }[];
  readonly alternative: string;
};

export type Block =
  | { readonly type: 'paragraph'; readonly text: Line }
  /** Somebody's own words, kept line for line and set apart. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  /** Small and grey: what is true but not urgent. */
  | { readonly type: 'aside'; readonly text: Line }
  | { readonly type: 'steps'; readonly steps: readonly Step[] }
  | { readonly type: 'heading'; readonly text: string }
  /** One row of a list, with at most one button beside it. */
  | { readonly type: 'item'; readonly text: Line; readonly aside?: Line; readonly button?: Button }
  | { readonly type: 'divider' }
  | { readonly type: 'chart'; readonly chart: Chart }
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] };

export type Card = {
  readonly title: string;
  /** The record's number and state in words: `REQ-7 · In service`. */
  readonly subtitle?: string;
  readonly tone: Tone;
  /** What a lock screen, a screen reader or an old client shows instead of the card: one whole sentence. */
  readonly summary: string;
  readonly blocks: readonly Block[];
};

export type FieldValue = string | number;

/** A question of a form. `value` is what it is filled with at first. Lengths are characters. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
} & (
  | { readonly type: 'text' | 'long-text'; readonly maxLength: number; readonly value?: string }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly value?: number }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'date'; readonly value?: string }
  /** One of `options`. `scale` is a choice drawn as a row of grades where the platform can. */
  | {
      readonly type: 'choice' | 'scale';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly value?: string;
    }
);

/**
 * A form. Its answers arrive as `submitted` with the wish of the button that was pressed and `fields` by id.
 * Empty answers are left out; `number` arrives as a number, `date` as `YYYY-MM-DD`, everything else as a string.
 */
export type Form = {
  readonly title: string;
  readonly summary: string;
  readonly intro?: readonly Block[];
  readonly fields: readonly Field[];
  readonly submit: Button;
  /** Ways out that need no field filled: `Skip this week`. Where a platform's form has one button only, they are drawn inside the form. */
  readonly others?: readonly Button[];
};

/** What a platform can put into a chat. */
export type Message =
  | { readonly type: 'line'; readonly text: Line }
  | { readonly type: 'card'; readonly card: Card }
  /** A form that stands in the chat. A platform whose chat cannot hold inputs shows intro and a button that opens it. */
  | { readonly type: 'form'; readonly form: Form; readonly open: Button };

/** What a list of approvals knows of states. `waiting` is all that is not over, also what was sent back to be revised. */
export type EntryState = 'waiting' | 'approved' | 'rejected' | 'withdrawn';

export type EntryPerson = { readonly name: string; readonly accounts: readonly Account[] };

/** One person's part. `passed-over`: it was decided without them. */
export type EntryTask = {
  /** Tells this asking from every other of all entries, and stays the same for as long as it is asked. Letters, digits and `.%!'()*~_-` only. */
  readonly key: string;
  readonly person: EntryPerson;
  /** The stage in which they are asked. */
  readonly stage: Localized;
  readonly state: 'pending' | 'approved' | 'rejected' | 'transferred' | 'sent-back' | 'passed-over';
  /** Asked for somebody who is away, or did not answer in time. */
  readonly onBehalf: boolean;
  readonly since: Date;
  readonly until?: Date;
  /** What a yes and a no wish, also when it is over: whoever had it before them still may press. A no comes with `reason`, if one was given. */
  readonly approve: Wish;
  readonly reject: Wish;
};

/**
 * A record in a platform's own list of approvals: data for a list, in every language at once, since one entry is seen by everybody.
 */
export type Entry = {
  readonly number: string;
  readonly title: Localized;
  readonly state: EntryState;
  readonly requester: EntryPerson;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** When what is shown here last changed; never goes back. */
  readonly changedAt: Date;
  /** The most telling first: a list shows only a few. */
  readonly facts: readonly { readonly label: Localized; readonly value: Localized }[];
  /** Whoever is asked now first. */
  readonly tasks: readonly EntryTask[];
};

/** What a platform can show: in a chat, or as an entry of its own list of approvals, where it has one. */
export type Showable = Message | { readonly type: 'entry'; readonly entry: Entry };
