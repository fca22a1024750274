/** Who may move a request now, how a no is said, and what every move keeps of it. */
import type { Actor } from './actor.ts';
import { decided, type Decision, refused } from './decision.ts';
import { deskOf, type Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import type { Request, RequestAlways, RequestEvent, RequestRefusal, RequestStatus } from './request-state.ts';

export type RequestDecision = Decision<Request, RequestEvent, RequestRefusal>;

export function atDesk(request: Request, by: Actor, firm: Firm): by is Actor & { kind: 'person' } {
  return by.kind === 'person' && deskOf(firm, request.team).some((person) => person.id === by.person.id);
}

export function isRequester(request: Request, by: Actor): by is Actor & { kind: 'person' } {
  return by.kind === 'person' && by.person.id === request.askedBy;
}

/** Who has it now, or ended it; but for an approver, whom a client never learns. */
function holderOf(request: Request): PersonId | undefined {
  if ('holder' in request) return request.holder;
  // Its owner waits like everybody else: others decide.
  if (request.status === 'in-approval') return undefined;
  if ('owner' in request) return request.owner;
  return 'by' in request && request.afterApproval === undefined ? request.by : undefined;
}

export function notNow(request: Request): { ok: false; refusal: RequestRefusal } {
  const holder = holderOf(request);
  return refused({ type: 'request.not-now', status: request.status, ...(holder === undefined ? {} : { holder }) });
}

/** Who of the desk does this, which only the desk may and only in these states. */
export function deskMay(
  request: Request,
  by: Actor,
  firm: Firm,
  within: readonly RequestStatus[],
): Decision<PersonId, never, RequestRefusal> {
  if (!atDesk(request, by, firm)) return refused({ type: 'request.only-its-desk' });
  return within.includes(request.status) ? decided(by.person.id) : notNow(request);
}

/** The parts every state has; what belonged to the old state stays behind. */
export function always(request: Request): RequestAlways {
  const { kind, number, title, service, team, askedBy, client, answers, priority, weight, exchanges } = request;
  const { submittedAt, response, resolution, reopenings } = request;
  return {
    ...{ kind, number, title, service, team, askedBy, answers, priority, exchanges, submittedAt, response, reopenings },
    ...(client === undefined ? {} : { client }),
    ...(weight === undefined ? {} : { weight }),
    ...(resolution === undefined ? {} : { resolution }),
  };
}
