/** The three things that can follow from a change: say, show, later. Reactions answer them; the engine carries them out. */
import type { DepartmentId, PersonId } from '../../domain/ids.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import type { Intent } from '../intents/intent.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { Notice } from '../text/notices.ts';

/** Who should notice. A desk is its team channel, or its people where it has none; and so is management. */
export type To = { readonly person: PersonId } | { readonly desk: DepartmentId } | { readonly management: true };

export type Effect =
  /** A sentence about a moment, once. */
  | { readonly effect: 'say'; readonly to: To; readonly notice: Notice }
  /** Make this picture true there. */
  | { readonly effect: 'show'; readonly to: To; readonly picture: PictureRef }
  /** Make every standing copy of it true. */
  | { readonly effect: 'show-everywhere'; readonly picture: PictureRef }
  /** Ask this when the time has come; the domain decides again then. */
  | {
      readonly effect: 'later';
      readonly key: string;
      readonly at: Date;
      readonly intent: string;
      readonly input: Readonly<Record<string, unknown>>;
      readonly record?: RecordNumber;
      readonly person?: PersonId;
      readonly staleMs?: number;
      readonly series?: string;
    };

export function say(to: To, notice: Notice): Effect {
  return { effect: 'say', to, notice };
}

export function show(to: To, picture: PictureRef): Effect {
  return { effect: 'show', to, picture };
}

export function showEverywhere(picture: PictureRef): Effect {
  return { effect: 'show-everywhere', picture };
}

type Occurrence = {
  /** What makes this occurrence one: the record and the cause, never the moment of planning. */
  readonly key: string;
  readonly at: Date;
  readonly input: Readonly<Record<string, unknown>>;
  readonly record?: RecordNumber;
  readonly person?: PersonId;
  readonly staleMs?: number;
  readonly series?: string;
};

export function later(wish: Intent, occurrence: Occurrence): Effect {
  return { effect: 'later', intent: wish.name, ...occurrence };
}
