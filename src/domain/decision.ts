/** What a rule answers: the next state with what happened, or a refusal. Never an exception. */

export type Decided<S, E> = { readonly ok: true; readonly state: S; readonly events: readonly E[] };
export type Refused<R> = { readonly ok: false; readonly refusal: R };
export type Decision<S, E, R> = Decided<S, E> | Refused<R>;

export function decided<S, E>(state: S, ...events: readonly E[]): Decided<S, E> {
  return { ok: true, state, events };
}

export function refused<R>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}

/** Words that a person had to give, trimmed; `undefined` when there are none but spaces and invisible characters. */
export function given(words: string | undefined): string | undefined {
  const trimmed = words?.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}
