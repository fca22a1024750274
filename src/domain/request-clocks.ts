/** The clocks of a request: on whose calendar they are counted, and what moves them. */
import type { Calendar } from './calendar.ts';
import { calendarFor } from './calendars.ts';
import type { Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import type { Request, RequestAlways } from './request-state.ts';
import {
  type At,
  cancelClock,
  type Clock,
  type ClockKind,
  crossings,
  markClock,
  meetClock,
  type PauseCause,
  retargetClock,
  startClock,
  type Threshold,
} from './sla.ts';
import { targetsFor } from './sla-targets.ts';

export const requestClocks = ['response', 'resolution'] as const;
export type RequestClock = (typeof requestClocks)[number];

export function calendarOfRequest({ client }: Pick<Request, 'client'>, firm: Firm): Calendar {
  return calendarFor(client, firm);
}

export function clocksOf({ response, resolution }: Request): readonly Clock[] {
  return [response, ...(resolution === undefined ? [] : [resolution])];
}

export function clockOf(request: Request, kind: ClockKind): Clock | undefined {
  return clocksOf(request).find((clock) => clock.kind === kind);
}

type Clocks = Pick<RequestAlways, 'response' | 'resolution'>;

/** All its clocks, each changed in the same way. */
function each(request: Request, change: (clock: Clock) => Clock): Clocks {
  const { response, resolution } = request;
  return { response: change(response), ...(resolution === undefined ? {} : { resolution: change(resolution) }) };
}

/** Only a human of the desk stops the first-response clock, and only the first answer does. */
export function responseMet(request: Request, by: PersonId, now: Date, firm: Firm): Pick<Clocks, 'response'> {
  return { response: meetClock(request.response, calendarOfRequest(request, firm), { by, now }) };
}

/** The work begins: so does the promise of when it will be done, if there is one. */
export function workBegun(request: Request, at: At, firm: Firm): Pick<Clocks, 'resolution'> {
  const { resolutionMs } = targetsFor(request, firm);
  return resolutionMs === undefined ? {} : { resolution: startClock('resolution', resolutionMs, at) };
}

/** The resolution clock, changed; nothing where nothing is promised. */
export function resolved(request: Request, change: (clock: Clock) => Clock): Pick<Clocks, 'resolution'> {
  return request.resolution === undefined ? {} : { resolution: change(request.resolution) };
}

export function allCancelled(request: Request, at: At, firm: Firm): Clocks {
  return each(request, (clock) => cancelClock(clock, calendarOfRequest(request, firm), at));
}

/** Another priority may promise otherwise. Answers which clocks have another target. */
export function retargeted(
  request: Request,
  at: At,
  firm: Firm,
): { readonly clocks: Clocks; readonly retargets: readonly RequestClock[] } {
  const { firstResponseMs, resolutionMs } = targetsFor(request, firm);
  const calendar = calendarOfRequest(request, firm);
  const clocks = each(request, (clock) => {
    const wanted = clock.kind === 'response' ? firstResponseMs : resolutionMs;
    return wanted === undefined ? clock : retargetClock(clock, calendar, wanted, request.priority, at);
  });
  return { clocks, retargets: requestClocks.filter((kind) => clocks[kind] !== request[kind]) };
}

/** Whose word is awaited decides what the pause is called. */
export function causeOf(request: Request, firm: Firm): PauseCause {
  const isContact = firm.people.get(request.askedBy)?.kind === 'contact';
  return isContact || request.client !== undefined ? 'waiting-for-client' : 'need-info';
}

export type Reached = { readonly clock: RequestClock; readonly thresholds: readonly Threshold[] };

/** What its clocks have reached and nobody has been told of. */
export function reachedBy(request: Request, now: Date, firm: Firm): readonly Reached[] {
  const calendar = calendarOfRequest(request, firm);
  return requestClocks.flatMap((kind) => {
    const clock = request[kind];
    const found = clock === undefined ? [] : crossings(clock, calendar, now);
    return found.length === 0 ? [] : [{ clock: kind, thresholds: found }];
  });
}

export function withMarks(request: Request, reached: readonly Reached[]): Request {
  return {
    ...request,
    ...each(request, (clock) => markClock(clock, reached.find((one) => one.clock === clock.kind)?.thresholds ?? [])),
  };
}
