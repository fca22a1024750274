/** Who decides an approval, as words: with those who speak for somebody, or as well. */
import type { Approval, Place } from '../../domain/approval/approval-state.ts';
import { waitingIn } from '../../domain/approval/line.ts';
import type { Words } from '../text/words.ts';

/** Somebody in their place, and whoever speaks for them or as well. */
export function calledIn({ person, also, standIn }: Place, words: Words): string {
  const name =
    standIn === undefined ? words.name(person) : words.text.card.through(words.name(person), words.name(standIn));
  return also === undefined ? name : words.text.card.either(name, words.name(also));
}

/** Whose turn it is, in words. */
export function turnsOf(approval: Approval, words: Words): string {
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  return words.list([...new Set((step ? waitingIn(step) : []).map(({ place }) => calledIn(place, words)))]);
}
