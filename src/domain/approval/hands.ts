/** More hands: an approver hands their place over, or asks somebody to decide before or after them. */
import type { Actor } from '../actor.ts';
import { decided, type Decision, given, refused } from '../decision.ts';
import type { Firm } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import { type ApprovalDecision, moved, spoken } from './approval.ts';
import type { Approval, ApprovalEvent, ApprovalRefusal, Place, Where } from './approval-state.ts';
import { matterOf } from './course.ts';
import { asked, voicesOf, withPlace, withSeat } from './line.ts';
import { type Shown, type Voice, voiceOf } from './voice.ts';

/** Whether this person can be given a place in the stage. */
function maySit(
  { approval, step, by }: Voice,
  person: PersonId | undefined,
  firm: Firm,
): Decision<PersonId, never, ApprovalRefusal> {
  const no = (type: 'to-yourself' | 'to-requester' | 'to-outsider' | 'asked-already', who: PersonId) =>
    refused({ type: `approval.${type}`, field: 'to', person: who } as const);
  if (person === undefined) return refused({ type: 'approval.person-missing', field: 'to' });
  if (person === by) return no('to-yourself', person);
  if (person === approval.requester) return no('to-requester', person);
  if (firm.people.get(person)?.kind !== 'staff') return no('to-outsider', person);
  const sits = step.seats.flat().some((place) => voicesOf(place).includes(person) || place.said?.by === person);
  return sits ? no('asked-already', person) : decided(person);
}

export function transfer(
  approval: Approval,
  by: Actor,
  now: Date,
  firm: Firm,
  shown: Shown,
  to: PersonId | undefined,
  words?: string,
): ApprovalDecision {
  const voice = voiceOf(approval, by, shown);
  if (!voice.ok) return voice;
  const heir = maySit(voice.state, to, firm);
  if (!heir.ok) return heir;
  const { step, at, approval: running } = voice.state;
  const next = asked(
    withPlace(step, at, { person: heir.state, came: 'transferred', sentBy: voice.state.by }),
    now,
    matterOf(approval, firm),
  );
  const comment = given(words);
  const why = comment === undefined ? {} : { comment };
  const more = { to: heir.state, ...why };
  return decided<Approval, ApprovalEvent>(
    {
      ...moved(voice.state, 'transferred', now, more, next.step),
      status: 'running',
      stage: running.stage,
    },
    { type: 'approval.transferred', ...spoken(voice.state), to: heir.state, ...why, asks: next.asks },
  );
}

/** 加签. Added before, they decide first and the place comes back; added after, they decide once its holder has said yes. */
export function addApprover(
  approval: Approval,
  by: Actor,
  now: Date,
  firm: Firm,
  shown: Shown,
  person: PersonId | undefined,
  where: Where,
): ApprovalDecision {
  const voice = voiceOf(approval, by, shown);
  if (!voice.ok) return voice;
  const more = maySit(voice.state, person, firm);
  if (!more.ok) return more;
  const { step, at, approval: running } = voice.state;
  const place: Place = { person: more.state, came: 'added', sentBy: voice.state.by };
  // Whoever waits for somebody else's word does not hold it meanwhile.
  const { askedAt, ...unasked } = at.place;
  const own = where === 'before' ? unasked : { ...unasked, ...(askedAt === undefined ? {} : { askedAt }) };
  const pair = where === 'before' ? [place, own] : [own, place];
  const next = asked(
    withSeat(step, at.seat, (line) => line.toSpliced(at.index, 1, ...pair)),
    now,
    matterOf(approval, firm),
  );
  return decided<Approval, ApprovalEvent>(
    { ...moved(voice.state, 'added', now, { to: more.state }, next.step), status: 'running', stage: running.stage },
    { type: 'approval.added', ...spoken(voice.state), person: more.state, where, asks: next.asks },
  );
}
