/** A service request: from somebody's words to a finished, closed piece of work. Its transitions. */
import type { Actor } from './actor.ts';
import { type Decided, decided, given, refused } from './decision.ts';
import type { Firm, Person, Service } from './firm.ts';
import type { ClientId, PersonId } from './ids.ts';
import type { Answers } from './intake.ts';
import type { RecordNumber } from './numbers.ts';
import { allCancelled, calendarOfRequest, resolved, responseMet, workBegun } from './request-clocks.ts';
import { always, atDesk, deskMay, isRequester, notNow, type RequestDecision } from './request-rights.ts';
import type { Request, RequestEvent, RequestStatus } from './request-state.ts';
import { type Clock, continueClock, meetClock, startClock } from './sla.ts';
import { targetsFor } from './sla-targets.ts';

export type Submission = {
  readonly number: RecordNumber<'request'>;
  readonly title: string;
  readonly service: Service;
  readonly client?: ClientId;
  readonly answers: Answers;
};

export function submit(submission: Submission, by: Person, now: Date, firm: Firm): RequestDecision {
  const { number, title, service, client, answers } = submission;
  const whose = client === undefined ? {} : { client };
  const { firstResponseMs } = targetsFor({ service: service.id, ...whose, priority: 'normal' }, firm);
  const request: Request = {
    kind: 'request',
    ...{ number, title, service: service.id, team: service.team, askedBy: by.id, answers },
    ...whose,
    priority: 'normal',
    exchanges: [],
    submittedAt: now,
    response: startClock('response', firstResponseMs, { by: by.id, now }),
    reopenings: 0,
    status: 'new',
  };
  return decided(request, { type: 'request.submitted', by: by.id });
}

/** Taking is an answer too. The work itself begins when nothing has to be approved first. */
export function take(
  request: Request,
  by: Actor,
  now: Date,
  firm: Firm,
  approval?: RecordNumber<'approval'>,
): RequestDecision {
  const who = deskMay(request, by, firm, ['new', 'need-info']);
  if (!who.ok) return who;
  const owner = who.state;
  const base = { ...always(request), ...responseMet(request, owner, now, firm) };
  const taken = { type: 'request.taken', by: owner } as const;
  if (approval !== undefined) return decided({ ...base, status: 'in-approval', approval, owner }, taken);
  return decided<Request, RequestEvent>(
    { ...base, ...workBegun(request, { by: owner, now }, firm), status: 'in-service', owner },
    taken,
    { type: 'request.service-began', by: owner, approved: false },
  );
}

export function decline(
  request: Request,
  by: Actor,
  now: Date,
  firm: Firm,
  words: string | undefined,
): RequestDecision {
  const who = deskMay(request, by, firm, ['new', 'need-info']);
  if (!who.ok) return who;
  const reason = given(words);
  if (reason === undefined) return refused({ type: 'request.reason-missing', field: 'reason' });
  return decided(
    {
      ...always(request),
      ...responseMet(request, who.state, now, firm),
      ...{ status: 'declined', by: who.state, reason, declinedAt: now },
    },
    { type: 'request.declined', by: who.state, reason },
  );
}

const OPEN: readonly RequestStatus[] = [
  ...(['new', 'need-info', 'in-approval', 'returned', 'in-service', 'waiting', 'reopened'] as const),
];

/** Before anyone works on it the requester may still change what was asked. */
export function edit(request: Request, by: Actor, title: string, answers: Answers): RequestDecision {
  if (!isRequester(request, by)) return refused({ type: 'request.only-its-requester' });
  if (request.status !== 'new' && request.status !== 'need-info') return notNow(request);
  return decided({ ...request, title, answers }, { type: 'request.edited', by: by.person.id });
}

export function withdraw(request: Request, by: Actor, now: Date, firm: Firm): RequestDecision {
  if (!isRequester(request, by)) return refused({ type: 'request.only-its-requester' });
  if (!OPEN.includes(request.status)) return notNow(request);
  return decided(
    {
      ...always(request),
      ...allCancelled(request, { by: by.person.id, now }, firm),
      ...{ status: 'withdrawn', withdrawnAt: now },
    },
    { type: 'request.withdrawn', by: by.person.id, ...('owner' in request ? { owner: request.owner } : {}) },
  );
}

/** Its approval came through: the work begins and its own due date with it. */
export function beginService(request: Request, by: PersonId, now: Date, firm: Firm): RequestDecision {
  if (request.status !== 'in-approval') return notNow(request);
  return decided(
    { ...always(request), ...workBegun(request, { by, now }, firm), status: 'in-service', owner: request.owner },
    { type: 'request.service-began', by, approved: true },
  );
}

/** Who answers for it inside the firm: whoever asked, or for a client the one who works on it. */
export function advocateOf(request: Request, firm: Firm): PersonId {
  const isOurs = firm.people.get(request.askedBy)?.kind === 'staff';
  return isOurs || !('owner' in request) ? request.askedBy : request.owner;
}

/** An approver wants it revised. */
export function giveBack(request: Request, by: PersonId, holder: PersonId): RequestDecision {
  if (request.status !== 'in-approval') return notNow(request);
  const { approval, owner } = request;
  return decided(
    { ...always(request), status: 'returned', approval, owner, holder },
    { type: 'request.returned', by, holder },
  );
}

/** Revised, or left as it is: it goes back to its approvers. */
export function sendAgain(request: Request, by: Actor, title: string, answers: Answers): RequestDecision {
  if (request.status !== 'returned') return notNow(request);
  if (by.kind !== 'person' || by.person.id !== request.holder) return notNow(request);
  const { approval, owner } = request;
  return decided(
    { ...always(request), title, answers, status: 'in-approval', approval, owner },
    { type: 'request.resubmitted', by: by.person.id },
  );
}

/** Whoever worked on it, or was to revise it, has left the firm. Undefined when it was not theirs. */
export function handOver(request: Request, from: PersonId, to: PersonId): Decided<Request, RequestEvent> | undefined {
  const open = OPEN.includes(request.status) || request.status === 'done';
  const owned = open && 'owner' in request && request.owner === from;
  const held = request.status === 'returned' && request.holder === from;
  if (!owned && !held) return undefined;
  const next: Request = { ...request, ...(owned ? { owner: to } : {}), ...(held ? { holder: to } : {}) };
  return decided<Request, RequestEvent>(next, { type: 'request.taken-over', from, to });
}

/** Its approval was rejected: the request ends with the approver's reason. */
export function refuseService(request: Request, by: PersonId, reason: string, now: Date): RequestDecision {
  if (request.status !== 'in-approval') return notNow(request);
  return decided(
    { ...always(request), status: 'declined', by, reason, declinedAt: now, afterApproval: true },
    { type: 'request.approval-refused', by, reason },
  );
}

export function markDone(request: Request, by: Actor, now: Date, firm: Firm): RequestDecision {
  if (!atDesk(request, by, firm)) return refused({ type: 'request.only-its-desk' });
  if (request.status !== 'in-service' && request.status !== 'reopened') return notNow(request);
  const met = (clock: Clock): Clock => meetClock(clock, calendarOfRequest(request, firm), { by: by.person.id, now });
  return decided(
    { ...always(request), ...resolved(request, met), status: 'done', owner: request.owner, doneAt: now },
    { type: 'request.done', by: by.person.id },
  );
}

/** What was promised goes on from where it stood. */
export function reopen(request: Request, by: Actor, now: Date, firm: Firm): RequestDecision {
  if (!isRequester(request, by) && !atDesk(request, by, firm)) return refused({ type: 'request.only-its-desk' });
  if (request.status !== 'done' && request.status !== 'closed') return notNow(request);
  const goesOn = resolved(request, (clock) => continueClock(clock, { by: by.person.id, now }));
  const reopenings = request.reopenings + 1;
  return decided(
    { ...always(request), ...goesOn, reopenings, status: 'reopened', owner: request.owner },
    { type: 'request.reopened', by: by.person.id },
  );
}

/** Nobody reopened it for a while, or everyone asked has answered: it is over. */
export function close(request: Request, now: Date): RequestDecision {
  if (request.status !== 'done') return refused({ type: 'request.nothing-due' });
  return decided({ ...request, status: 'closed', closedAt: now }, { type: 'request.closed' });
}
