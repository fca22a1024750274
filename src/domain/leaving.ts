/** Somebody has left the firm: all that waits for them goes to whoever steps in, at once and visibly. */
import type { Approval, ApprovalEvent } from './approval/approval-state.ts';
import { succeed } from './approval/succeed.ts';
import { aboveOf, type Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import { handOver } from './request.ts';
import type { Request, RequestEvent } from './request-state.ts';

export type Swept =
  | { readonly state: Approval; readonly events: readonly ApprovalEvent[] }
  | { readonly state: Request; readonly events: readonly RequestEvent[] };

/** `firm`: as it is without them. What is answered has changed hands; what has nobody to go to is left where it is. */
export function sweep(
  gone: PersonId,
  held: { readonly approvals: readonly Approval[]; readonly requests: readonly Request[] },
  now: Date,
  firm: Firm,
): readonly Swept[] {
  const heir = aboveOf(gone, firm)[0];
  const approvals = held.approvals.flatMap((approval) => succeed(approval, gone, now, firm) ?? []);
  const requests = heir === undefined ? [] : held.requests.flatMap((request) => handOver(request, gone, heir) ?? []);
  return [...approvals, ...requests];
}

/** To whom each of them went. */
export function heirOf({ events }: Swept): PersonId | undefined {
  const over = events.find(({ type }) => type === 'approval.taken-over' || type === 'request.taken-over');
  return over && 'to' in over && typeof over.to === 'string' ? over.to : undefined;
}
