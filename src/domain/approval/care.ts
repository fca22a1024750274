/** What moves an approval along without deciding it: questions, nudges, reminders, escalation. */
import type { Actor } from '../actor.ts';
import { NUDGE_EVERY_MS } from '../attention.ts';
import { type Decided, decided, given, refused } from '../decision.ts';
import type { Firm } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import { type ApprovalDecision, always } from './approval.ts';
import type { Approval, ApprovalEvent, Place, Running, Step } from './approval-state.ts';
import { named } from './approvers.ts';
import { matterOf } from './course.ts';
import { covered, voicesOf, type Waiting, waitingIn, withPlace } from './line.ts';
import { atRest, turnOf } from './voice.ts';

/** A question or a remark between those who decide and whoever answers for it. Decides nothing. */
export function comment(approval: Approval, by: Actor, now: Date, words: string | undefined): ApprovalDecision {
  if (by.kind !== 'person' || by.person.kind !== 'staff') return refused({ type: 'approval.not-yours-to-see' });
  if (approval.status !== 'running' && approval.status !== 'returned') return refused(atRest(approval));
  const { id } = by.person;
  const deciding = turnOf(approval);
  const isAdvocate = id === approval.advocate || id === approval.requester;
  if (!isAdvocate && approval.status === 'returned') return refused(atRest(approval));
  if (!isAdvocate && !deciding.includes(id)) return refused({ type: 'approval.not-your-turn', turnOf: deciding });
  const said = given(words);
  if (said === undefined) return refused({ type: 'approval.words-missing', field: 'comment' });
  // While it is being revised, a question of whoever revises is for whoever sent it back.
  const sender = approval.moves.findLast(({ type }) => type === 'sent-back')?.by;
  const others = approval.status === 'returned' ? (sender === undefined ? [] : [sender]) : deciding;
  const to = isAdvocate ? others.filter((one) => one !== id) : [approval.advocate];
  const move = { type: 'commented', by: id, comment: said, movedAt: now } as const;
  return decided<Approval, ApprovalEvent>(
    { ...approval, moves: [...approval.moves, move] },
    { type: 'approval.commented', by: id, comment: said, to },
  );
}

const stepOf = ({ steps, stage }: Running): Step | undefined => steps[stage];

function withStep(approval: Running, step: Step): Approval {
  return { ...approval, steps: approval.steps.with(approval.stage, step) };
}

/** Reminds everyone whose turn it is and who was not reminded by somebody a short while ago. */
export function nudge(approval: Approval, by: Actor, now: Date): ApprovalDecision {
  if (by.kind !== 'person' || ![approval.requester, approval.advocate].includes(by.person.id))
    return refused({ type: 'approval.not-yours-to-see' });
  const step = approval.status === 'running' ? stepOf(approval) : undefined;
  if (approval.status !== 'running' || !step) return refused({ type: 'approval.nothing-due' });
  const waiting = waitingIn(step);
  const again = ({ place }: Waiting): number => (place.nudgedAt?.getTime() ?? -Infinity) + NUDGE_EVERY_MS;
  const due = waiting.filter((at) => again(at) <= now.getTime());
  if (due.length === 0)
    return refused({ type: 'approval.nudged-lately', againAt: new Date(Math.min(...waiting.map(again))) });
  const people = [...new Set(due.flatMap(({ place }) => voicesOf(place)))];
  const nudged = due.reduce((next, at) => withPlace(next, at, { ...at.place, nudgedAt: now }), step);
  return decided(withStep(approval, nudged), { type: 'approval.nudged', by: by.person.id, people });
}

/** One asking of one person: the same person asked again is another. */
export type Waited = { readonly stage: number; readonly person: PersonId; readonly askedAt: Date };

function stillWaiting(approval: Approval, waited: Waited): { approval: Running; step: Step; at: Waiting } | undefined {
  if (approval.status !== 'running' || approval.stage !== waited.stage) return undefined;
  const step = stepOf(approval);
  const at = (step ? waitingIn(step) : []).find(
    ({ place }) => place.person === waited.person && place.askedAt?.getTime() === waited.askedAt.getTime(),
  );
  return step && at && { approval, step, at };
}

/** The time for a decision runs out: said once to whoever holds it. */
export function remind(approval: Approval, waited: Waited): ApprovalDecision {
  const found = stillWaiting(approval, waited);
  if (!found) return refused({ type: 'approval.nothing-due' });
  return decided(approval, { type: 'approval.reminded', people: voicesOf(found.at.place) });
}

/** The head of the approver's own department; for a head, management. Never the requester, nobody who sits there already. */
function nextUp(approval: Running, step: Step, person: PersonId, firm: Firm): PersonId | undefined {
  const department = firm.people.get(person)?.department;
  const head = department === undefined ? undefined : firm.departments.get(department)?.head;
  const management = named([{ by: 'role', role: 'management' }], matterOf(approval, firm));
  const sits = new Set(
    step.seats.flat().flatMap((place) => [...voicesOf(place), ...(place.said ? [place.said.by] : [])]),
  );
  return [...(head === undefined ? [] : [head]), ...management].find(
    (one) => one !== approval.requester && !sits.has(one),
  );
}

/** Nobody decided in time: once, somebody higher may decide as well, or instead. It is never approved by the time that passed. */
export function escalate(approval: Approval, waited: Waited, now: Date, firm: Firm): ApprovalDecision {
  const found = stillWaiting(approval, waited);
  if (!found || found.at.place.escalatedAt !== undefined) return refused({ type: 'approval.nothing-due' });
  const { step, at } = found;
  const { person } = at.place;
  const to = nextUp(found.approval, step, person, firm);
  if (to === undefined) return refused({ type: 'approval.nothing-due' });
  const how = approval.flow.escalation;
  const anew: Place = { person: to, came: 'escalated', sentBy: person, askedAt: now, escalatedAt: now };
  const place =
    how === 'add' ? { ...at.place, also: to, escalatedAt: now } : covered(anew, matterOf(found.approval, firm));
  const move = { type: 'escalated', by: person, to, stage: waited.stage, movedAt: now } as const;
  return decided<Approval, ApprovalEvent>(
    { ...withStep(found.approval, withPlace(step, at, place)), moves: [...always(approval).moves, move] },
    { type: 'approval.escalated', from: person, to, how, asks: how === 'add' ? [to] : voicesOf(place) },
  );
}

/** Somebody has left for a while, or come back: who speaks for whom is found anew. Undefined when that changes nothing here. */
function cover(approval: Approval, firm: Firm): Decided<Approval, ApprovalEvent> | undefined {
  const step = approval.status === 'running' ? stepOf(approval) : undefined;
  if (approval.status !== 'running' || !step) return undefined;
  const matter = matterOf(approval, firm);
  const changed = waitingIn(step).flatMap((at) => {
    const place = covered(at.place, matter);
    return place.standIn === at.place.standIn ? [] : [{ ...at, place }];
  });
  if (changed.length === 0) return undefined;
  const next = changed.reduce((as, at) => withPlace(as, at, at.place), step);
  const events = changed.map(
    ({ place: { person, standIn } }): ApprovalEvent => ({
      ...{ type: 'approval.stand-in', person },
      ...(standIn === undefined ? {} : { standIn }),
    }),
  );
  return decided<Approval, ApprovalEvent>(withStep(approval, next), ...events);
}

/** Those of these approvals that somebody else speaks in from now on. `firm`: as it is then. */
export function coverAll(approvals: readonly Approval[], firm: Firm): readonly Decided<Approval, ApprovalEvent>[] {
  return approvals.flatMap((approval) => cover(approval, firm) ?? []);
}
