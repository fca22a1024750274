/** Somebody has left the firm: their place in an approval goes up the line, so that it never waits for nobody. */
import { type Decided, decided } from '../decision.ts';
import { aboveOf, type Firm } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import { always } from './approval.ts';
import type { Approval, ApprovalEvent, Move, Running, Step } from './approval-state.ts';
import type { Matter } from './approvers.ts';
import { matterOf } from './course.ts';
import { asked, covered, heldNow, type Waiting, waitingIn, withPlace } from './line.ts';

type Decision = Decided<Approval, ApprovalEvent>;

/** The place without the one who has left; undefined when they were not in it. */
function without(gone: PersonId, { place }: Waiting, step: Step, matter: Matter): Waiting['place'] | undefined {
  if (place.person === gone) return heldNow(place, step, matter);
  const { also, ...own } = place;
  if (also === gone) return covered(own, matter);
  return place.standIn === gone ? covered(place, matter) : undefined;
}

function swept(approval: Running, step: Step, gone: PersonId, now: Date, matter: Matter): Decision | undefined {
  const changed = waitingIn(step).flatMap((at) => {
    const place = without(gone, at, step, matter);
    return place === undefined || place === at.place ? [] : [{ ...at, place }];
  });
  if (changed.length === 0) return undefined;
  const { step: next, asks } = asked(
    changed.reduce((as, at) => withPlace(as, at, at.place), step),
    now,
    matter,
  );
  const heirs = changed.filter(({ place }) => place.sentBy === gone).map(({ place }) => place.person);
  const moves = heirs.map((to): Move => ({ type: 'taken-over', by: gone, to, stage: approval.stage, movedAt: now }));
  const events = changed.map(({ place: { person, standIn, sentBy } }): ApprovalEvent => {
    if (sentBy === gone) return { type: 'approval.taken-over', from: gone, to: person, asks };
    return { type: 'approval.stand-in', person, ...(standIn === undefined ? {} : { standIn }) };
  });
  return decided<Approval, ApprovalEvent>(
    {
      ...always(approval),
      ...{ status: 'running', stage: approval.stage },
      ...{ steps: approval.steps.with(approval.stage, next), moves: [...approval.moves, ...moves] },
    },
    ...events,
  );
}

/** `firm`: as it is without them. Undefined when nothing of it was theirs. */
export function succeed(approval: Approval, gone: PersonId, now: Date, firm: Firm): Decision | undefined {
  if (approval.status !== 'running' && approval.status !== 'returned') return undefined;
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  const after =
    approval.status === 'running' && step ? swept(approval, step, gone, now, matterOf(approval, firm)) : undefined;
  const heir = approval.advocate === gone ? aboveOf(gone, firm)[0] : undefined;
  if (heir === undefined) return after;
  const { state, events } = after ?? decided<Approval, ApprovalEvent>(approval);
  return decided<Approval, ApprovalEvent>(
    { ...state, advocate: heir },
    ...events,
    ...(after ? [] : [{ type: 'approval.taken-over', from: gone, to: heir, asks: [] } as const]),
  );
}
