/** The mechanics of one stage: whose turn it is, whether it has passed, whether it still can. */
import { standInFor } from '../absence.ts';
import { aboveOf } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import { type Matter, wantedOf } from './approvers.ts';
import type { Place, Seat, Step } from './approval-state.ts';

/** A place whose turn it is, and where it stands. */
export type Waiting = { readonly seat: number; readonly index: number; readonly place: Place };

const isYes = (seat: Seat): boolean => seat.every(({ said }) => said?.verdict === 'yes');
const isNo = (seat: Seat): boolean => seat.some(({ said }) => said?.verdict === 'no');

/** In each seat the first who has not spoken; in order, only those of the first seat that is not done. */
export function waitingIn({ stage, seats }: Step): readonly Waiting[] {
  const waiting = seats.flatMap((seat, n) => {
    const index = isNo(seat) ? -1 : seat.findIndex(({ said }) => said === undefined);
    const place = seat[index];
    return place === undefined ? [] : [{ seat: n, index, place }];
  });
  return stage.rule === 'in-order' ? waiting.slice(0, 1) : waiting;
}

export function hasPassed(step: Step): boolean {
  const { stage, seats } = step;
  const wanted = stage.rule === 'all' || stage.rule === 'in-order' ? seats.length : wantedOf(stage);
  return seats.filter(isYes).length >= wanted;
}

/** One no ends a stage, except where a number is wanted: there, when that number cannot be reached any more. */
export function hasFailed({ stage, seats }: Step): boolean {
  const noes = seats.filter(isNo).length;
  return typeof stage.rule === 'object' ? seats.length - noes < stage.rule.atLeast : noes > 0;
}

/** Who may speak in a place now. */
export function voicesOf({ person, also, standIn }: Place): readonly PersonId[] {
  return [person, also, standIn].filter((one) => one !== undefined);
}

export function withPlace(step: Step, { seat, index }: Omit<Waiting, 'place'>, place: Place): Step {
  return withSeat(step, seat, (line) => line.with(index, place));
}

export function withSeat(step: Step, seat: number, change: (line: Seat) => Seat): Step {
  return { ...step, seats: step.seats.map((line, n) => (n === seat ? change(line) : line)) };
}

/** Marks from when on people hold it, and who speaks for those who are away. Answers whom that newly concerns. */
export function asked(
  step: Step,
  now: Date,
  matter: Matter,
): { readonly step: Step; readonly asks: readonly PersonId[] } {
  const fresh = waitingIn(step).filter(({ place }) => place.askedAt === undefined);
  const next = fresh.reduce(
    (as, at) => withPlace(as, at, covered({ ...heldNow(at.place, as, matter), askedAt: now }, matter)),
    step,
  );
  const places = fresh.flatMap(({ seat, index }) => next.seats[seat]?.[index] ?? []);
  return { step: next, asks: [...new Set(places.flatMap(voicesOf))] };
}

/** Somebody who has left cannot be asked: those up the line are, first whoever does not sit there already. None left: it stays where it is, in sight. */
export function heldNow(place: Place, step: Step, { requester, firm }: Matter): Place {
  if (firm.people.get(place.person)?.kind === 'staff') return place;
  const heirs = aboveOf(place.person, firm).filter((one) => one !== requester);
  const heir = heirs.find((one) => !peopleIn(step).includes(one)) ?? heirs[0];
  return heir === undefined ? place : { person: heir, came: 'successor', sentBy: place.person };
}

/** The place with whoever speaks for its person now. */
export function covered(place: Place, { requester, firm, payload }: Matter): Place {
  const { standIn: _before, ...own } = place;
  const standIn = standInFor(place.person, requester, firm, payload.service);
  return standIn === undefined ? own : { ...own, standIn };
}

/** Everyone who was ever to speak in a step. */
export function peopleIn({ seats }: Step): readonly PersonId[] {
  return [
    ...new Set(
      seats.flatMap((seat) => seat.flatMap((place) => [...voicesOf(place), ...(place.said ? [place.said.by] : [])])),
    ),
  ];
}
