/** Wishes that need words first: pressed without them they open their form, submitted with them they are decided. */
import type { Decided, Decision } from '../../domain/decision.ts';
import type { AnyEvent, AnyRecord, AnyRefusal } from '../../domain/records.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Answer, type Change, opens, type Outcome, outcome, refuse } from './define.ts';

/** Stands in for the words while it is only asked whether the wish would be granted at all. */
const SOMETHING = '…';

type WithForm<S extends AnyRecord, E extends AnyEvent, R extends AnyRefusal> = {
  readonly form: PictureRef;
  readonly fields: object | undefined;
  /** `probe` is given instead of the words when there are none yet: nobody is shown a form whose answer would be refused. */
  readonly decide: (probe: string | undefined) => Decision<S, E, R>;
  /** Asked instead, where no words could stand in for what the form asks. */
  readonly allowed?: Decision<unknown, never, R>;
  /** All that changes, where it is more than the one record. */
  readonly changes?: (decided: Decided<S, E>) => readonly Change[];
  readonly answer: (state: S) => Answer;
};

export function withForm<S extends AnyRecord, E extends AnyEvent, R extends AnyRefusal>(
  wish: WithForm<S, E, R>,
): Outcome {
  if (wish.fields !== undefined) return outcome(wish.decide(undefined), wish.answer, wish.changes);
  const probe = wish.allowed ?? wish.decide(SOMETHING);
  return probe.ok ? opens(wish.form) : refuse(probe.refusal);
}
