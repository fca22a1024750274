/** Who makes a gesture: a person whom the platform vouched for, or the clock. */
import type { Person } from './firm.ts';

export type Actor = { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'clock' };

/** The name of an actor in the audit and in outside views. */
export function actorName(by: Actor): string {
  return by.kind === 'clock' ? 'clock' : by.person.id;
}
