/** The desk asks, the requester answers: before anybody takes a request, and in the middle of the work, where the clock stands still meanwhile. */
import type { Actor } from './actor.ts';
import { decided, given, refused } from './decision.ts';
import type { Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import { causeOf, resolved, responseMet } from './request-clocks.ts';
import { always, deskMay, isRequester, notNow, type RequestDecision } from './request-rights.ts';
import type { Exchange, Request } from './request-state.ts';
import { pauseClock, resumeClock } from './sla.ts';

export function askForInfo(
  request: Request,
  by: Actor,
  now: Date,
  firm: Firm,
  words: string | undefined,
): RequestDecision {
  const who = deskMay(request, by, firm, ['new', 'in-service', 'reopened']);
  if (!who.ok) return who;
  const question = given(words);
  if (question === undefined) return refused({ type: 'request.words-missing', field: 'question' });
  const asked = { type: 'request.info-asked', by: who.state, question } as const;
  const exchanges = [...request.exchanges, { question, by: who.state, askedAt: now }];
  if (request.status !== 'in-service' && request.status !== 'reopened')
    return decided(
      { ...always(request), ...responseMet(request, who.state, now, firm), exchanges, status: 'need-info' },
      asked,
    );
  const cause = causeOf(request, firm);
  const stands = resolved(request, (clock) => pauseClock(clock, cause, { by: who.state, now }));
  const { owner, status: resumes } = request;
  return decided({ ...always(request), ...stands, exchanges, status: 'waiting', cause, resumes, owner }, asked);
}

/** Back to the work, where it was left. */
function goingOn(request: Request & { readonly status: 'waiting' }, by: PersonId, now: Date): Request {
  const runs = resolved(request, (clock) => resumeClock(clock, { by, now }));
  return { ...always(request), ...runs, status: request.resumes, owner: request.owner };
}

/** An answer is to the last question: one that was settled otherwise stays without. */
function answered(exchanges: readonly Exchange[], answer: string, now: Date): readonly Exchange[] {
  return exchanges.map((exchange, n) =>
    n === exchanges.length - 1 && exchange.answer === undefined ? { ...exchange, answer, answeredAt: now } : exchange,
  );
}

export function giveInfo(request: Request, by: Actor, now: Date, words: string | undefined): RequestDecision {
  if (!isRequester(request, by)) return refused({ type: 'request.only-its-requester' });
  if (request.status !== 'need-info' && request.status !== 'waiting') return notNow(request);
  const answer = given(words);
  if (answer === undefined) return refused({ type: 'request.words-missing', field: 'answer' });
  const next: Request =
    request.status === 'waiting' ? goingOn(request, by.person.id, now) : { ...always(request), status: 'new' };
  const exchanges = answered(request.exchanges, answer, now);
  return decided({ ...next, exchanges }, { type: 'request.info-given', by: by.person.id, answer });
}

/** Answered by telephone, or not needed any more: the desk goes on by itself. */
export function resume(request: Request, by: Actor, now: Date, firm: Firm): RequestDecision {
  const who = deskMay(request, by, firm, ['waiting']);
  if (!who.ok) return who;
  if (request.status !== 'waiting') return notNow(request);
  return decided(goingOn(request, who.state, now), { type: 'request.resumed', by: who.state });
}
