/** A small condition over a request's facts (`budget >= 100000`), compiled when the firm file is read. */

/** What a condition may speak of: the intake fields by id, and the words of `conditionFacts`. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export type Condition = {
  /** As written in the firm file; kept with every running approval, so that it can be explained later. */
  readonly source: string;
  /** A field that was left empty makes every comparison over it false, never an error. */
  readonly holds: (facts: Facts) => boolean;
};
