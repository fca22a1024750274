/** Thresholds of a request's clocks: each is told once, and only while it is so. */
import { decided, type Decision, refused } from './decision.ts';
import type { Firm } from './firm.ts';
import { reachedBy, type RequestClock, withMarks } from './request-clocks.ts';
import type { Request, RequestEvent } from './request-state.ts';
import type { SlaRefusal, Threshold } from './sla.ts';

/** Whether this threshold is reached and nobody was told. */
export function isDue(request: Request, clock: RequestClock, threshold: Threshold, now: Date, firm: Firm): boolean {
  return reachedBy(request, now, firm).some((one) => one.clock === clock && one.thresholds.includes(threshold));
}

/** All that its clocks have reached by now, told together. */
export function markReached(request: Request, now: Date, firm: Firm): Decision<Request, RequestEvent, SlaRefusal> {
  const reached = reachedBy(request, now, firm);
  const events = reached.flatMap(({ clock, thresholds }): RequestEvent[] => {
    const percent = thresholds.at(-1);
    if (percent === undefined) return [];
    const missed = clock === 'response' && percent === 100;
    return [
      { type: 'request.sla-reached', clock, percent },
      ...(missed ? [{ type: 'request.response-missed' } as const] : []),
    ];
  });
  return events.length === 0 ? refused({ type: 'sla.nothing-due' }) : decided(withMarks(request, reached), ...events);
}
