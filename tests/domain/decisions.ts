/** Reads decisions: the state of a yes, the refusal of a no; and freezes states, so that a rule that writes on one is caught. */
import type { Decision } from '../../src/domain/decision.ts';

export function yes<S, E, R>(decision: Decision<S, E, R>): S {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return frozen(decision.state);
}

export function eventsOf<S, E, R>(decision: Decision<S, E, R>): readonly E[] {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.events;
}

export function no<S, E, R>(decision: Decision<S, E, R>): R {
  if (decision.ok) throw new Error(`granted: ${JSON.stringify(decision.events)}`);
  return decision.refusal;
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
