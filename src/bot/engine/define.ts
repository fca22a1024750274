/** The forms in which commands and jobs are written down. */
import type { z } from 'zod';
import type { Actor } from '../../domain/actor.ts';
import type { Decided, Decision } from '../../domain/decision.ts';
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Problems } from '../../domain/intake.ts';
import type { RecordKind, RecordNumber } from '../../domain/numbers.ts';
import type { AnyEvent, AnyRecord, AnyRefusal } from '../../domain/records.ts';
import type { Tone } from '../cards/card.ts';
import type { InputOf, Intent } from '../intents/intent.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { NewAgenda, RecordReader } from '../ports/store.ts';
import type { Notice } from '../text/notices.ts';
import type { Word } from '../text/phrases.ts';
import type { Effect } from '../reactions/effects.ts';

/** What a command is given: the wish, who wishes, the moment, the firm, and records to read. */
export type Turn<I extends Intent = Intent> = {
  readonly input: InputOf<I>;
  readonly by: Actor;
  readonly now: Date;
  readonly firm: Firm;
  readonly records: RecordReader;
  /** The next human number of a kind. */
  readonly number: <K extends RecordKind>(kind: K) => Promise<RecordNumber<K>>;
  /** SHA-256 of a text, in hexadecimal. */
  readonly fingerprint: (text: string) => string;
};

/** What the person who acted is answered, as names of sentences and pictures; drawn in their language afterwards. */
export type Answer = {
  readonly notice?: Notice;
  readonly tone?: Tone;
  /** A form to fill, or a list to look at, now. */
  readonly open?: PictureRef;
  /** The form they sent from becomes this. */
  readonly become?: PictureRef;
};

/** One record as it is to be, and what happened to it. */
export type Change = { readonly state: AnyRecord; readonly events: readonly AnyEvent[] };

export type Outcome =
  /** Several records may change at once; all of it or nothing. `effects` are what no event of a record tells (a nudge). */
  | {
      readonly kind: 'decided';
      readonly changes: readonly Change[];
      readonly effects?: readonly Effect[];
      /** Who is of the firm no more. */
      readonly leaves?: readonly PersonId[];
      /** Standing copies of open records are drawn again: those that soon cannot be edited any more, or all. */
      readonly renew?: 'ageing' | 'all';
      /** What waited for somebody's morning is told now. */
      readonly gathers?: readonly { readonly person: PersonId; readonly dueAt: Date }[];
      readonly answer: Answer;
    }
  /** Nothing changes; the person is shown something. */
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }
  /** Fields of the submitted form are wrong; `open` is the form, drawn again with what was typed. */
  | { readonly kind: 'problems'; readonly problems: Problems; readonly open: PictureRef };

export type Command<I extends Intent = Intent> = {
  readonly intent: I;
  readonly decide: (turn: Turn<I>) => Promise<Outcome>;
  /** Only the clock may wish this. */
  readonly clockOnly?: boolean;
  /** The word that people type for it, and what the words after it mean. */
  readonly typed?: { readonly word: Word; readonly input: (rest: string) => unknown };
};

/** A command whose input type has been forgotten, for the registry. The engine has checked the input by the intent's shape. */
export type AnyCommand = Command;

export function command<I extends Intent>(intent: I, decide: (turn: Turn<I>) => Promise<Outcome>): Command<I> {
  return { intent, decide };
}

/** A command that can also be typed: `request a study`. How the word is spelled in each language is in `text/phrases.ts`. */
export function typed<I extends Intent>(
  word: Word,
  input: (rest: string) => z.input<I['shape']>,
  wish: Command<I>,
): Command<I> {
  return { ...wish, typed: { word, input } };
}

/** A command that only the clock may give. */
export function clockCommand<I extends Intent>(intent: I, decide: (turn: Turn<I>) => Promise<Outcome>): Command<I> {
  return { intent, decide, clockOnly: true };
}

export function refuse(refusal: AnyRefusal): Outcome {
  return { kind: 'refused', refusal };
}

export function answer(answer: Answer): Outcome {
  return { kind: 'answered', answer };
}

export function opens(picture: PictureRef): Outcome {
  return { kind: 'answered', answer: { open: picture } };
}

/** Turns one record's decision into the outcome of the gesture. */
export function outcome<S extends AnyRecord, E extends AnyEvent, R extends AnyRefusal>(
  decision: Decision<S, E, R>,
  answer: (state: S) => Answer = () => ({}),
  changes: (decided: Decided<S, E>) => readonly Change[] = ({ state, events }) => [{ state, events }],
): Outcome {
  if (!decision.ok) return refuse(decision.refusal);
  return { kind: 'decided', changes: changes(decision), answer: answer(decision.state) };
}

/** What time asks: which occurrences lie between two moments. Never changes anything itself. */
export type Job = {
  readonly name: string;
  /** What its occurrences ask. */
  readonly intent: Intent;
  /** Every occurrence whose due moment lies in (`from`, `until`]; asked again for the same span it answers the same keys. */
  readonly occurrences: (span: {
    readonly from: Date;
    readonly until: Date;
    readonly firm: Firm;
  }) => readonly Omit<NewAgenda, 'intent'>[];
};

export function job(name: string, intent: Intent, occurrences: Job['occurrences']): Job {
  return { name, intent, occurrences };
}
