/** A wish: a name and the shape of what comes with it. Names are forever: old cards live for weeks. */
import { z } from 'zod';

export type Intent<S extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly shape: S;
};

export type InputOf<I> = I extends Intent<infer S> ? z.output<S> : never;

/** `subject.verb`, and what it needs to know. */
export function intent<S extends z.ZodType>(name: string, shape: S): Intent<S> {
  return { name, shape };
}

/** A record's number as it stands on a card, of one kind. */
export const numberShape = <P extends string>(prefix: P) => z.templateLiteral([prefix, '-', z.int().positive()]);

/** What was filled in: absent until a form is submitted. Empty answers are left out by the platforms. */
export const filled = <S extends z.ZodRawShape>(shape: S) => z.object(shape).optional();

/** Words somebody typed. Longer ones than this are refused by the form before they get here. */
export const words = z.string().max(100_000).optional();
