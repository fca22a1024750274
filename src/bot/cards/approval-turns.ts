/** Who decides an approval, as words: with those who speak for somebody, or as well. */
import type { Approval, Place } from '../../domain/approval/approval-state.ts';
import { waitingIn } from '../../domain/approval/line.ts';
import type { Words } from '../text/words.ts';
import type { Line } from './card.ts';

/** Somebody in their place, and whoever speaks for them or as well. */
export function calledIn({ person, also, standIn }: Place, words: Words): string {
  const name =
    standIn === undefined ? words.name(person) : words.text.card.through(words.name(person), words.name(standIn));
  return also === undefined ? name : words.text.card.either(name, words.name(also));
}

/** Who holds it, how they came to, and since when; undefined when nobody does. */
export function heldBy(approval: Approval, words: Words): Line | undefined {
  const { card } = words.text;
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  const waiting = (step ? waitingIn(step) : []).map(({ place }) => place);
  if (waiting.length === 0) return undefined;
  const names = words.list([...new Set(waiting.map((place) => calledIn(place, words)))]);
  const [since] = waiting.flatMap(({ askedAt }) => askedAt ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  const came = [...new Set(waiting.flatMap((place) => (place.came === 'flow' ? [] : [card.came[place.came]])))];
  return [
    ...card.nextApprovers(names),
    ...(since === undefined
      ? []
      : [' · ', ...card.since(words.moment(since), came.length === 0 ? undefined : came.join(' · '))]),
  ];
}
