/** The desk sorts a request: how much it weighs, and whose it is. */
import type { Actor } from './actor.ts';
import { decided, refused } from './decision.ts';
import { deskOf, type Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import { type Priority, priorityOf, type Weight } from './priority.ts';
import { retargeted } from './request-clocks.ts';
import { deskMay, type RequestDecision } from './request-rights.ts';
import type { Request, RequestStatus } from './request-state.ts';

/** What is being approved is frozen: its priority, too. */
const SORTABLE: readonly RequestStatus[] = ['new', 'need-info', 'in-service', 'waiting', 'reopened'];

/** How much it weighs, or only what comes of that; nothing: as before. */
export type Sorting = {
  readonly weight?: Weight;
  readonly priority?: Priority;
  readonly owner?: PersonId;
};

/** A priority that was chosen otherwise than its weight has none. */
function weighed(request: Request, { weight, priority }: Sorting): Request {
  if (weight !== undefined) return { ...request, weight, priority: priorityOf(weight) };
  if (priority === undefined || priority === request.priority) return request;
  const { weight: _before, ...rest } = request;
  return { ...rest, priority };
}

/** Handing over is possible only once somebody has it. What the new priority promises counts from now on, also for what runs. */
export function triage(request: Request, by: Actor, now: Date, firm: Firm, sorting: Sorting): RequestDecision {
  const who = deskMay(request, by, firm, SORTABLE);
  if (!who.ok) return who;
  const { owner } = sorting;
  const sitsThere = owner === undefined || deskOf(firm, request.team).some(({ id }) => id === owner);
  if (!sitsThere) return refused({ type: 'request.only-its-desk' });
  const sorted = weighed(request, sorting);
  const { clocks, retargets } = retargeted(sorted, { by: who.state, now }, firm);
  const next: Request = { ...sorted, ...clocks, ...('owner' in sorted && owner !== undefined ? { owner } : {}) };
  const handedTo = 'owner' in next && 'owner' in request && next.owner !== request.owner ? { owner: next.owner } : {};
  return decided(next, {
    ...{ type: 'request.triaged', by: who.state, priority: next.priority, ...handedTo },
    ...(retargets.length === 0 ? {} : { retargets }),
  });
}
