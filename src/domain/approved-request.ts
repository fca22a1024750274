/** An approval and the request it is about move together. */
import type { Approval, ApprovalEvent } from './approval/approval-state.ts';
import type { Decided, Decision } from './decision.ts';
import type { Firm } from './firm.ts';
import { beginService, giveBack, refuseService } from './request.ts';
import type { Request, RequestEvent, RequestRefusal } from './request-state.ts';

/** What the course of an approval means for its request; undefined while it is only being decided. */
function requestAfter(
  approval: Approval,
  request: Request,
  now: Date,
  firm: Firm,
): Decision<Request, RequestEvent, RequestRefusal> | undefined {
  const last = approval.moves.at(-1);
  // Approved by the flow's own rule, it was moved by nobody but whoever asked.
  const by = last?.by ?? approval.requester;
  switch (approval.status) {
    case 'approved':
      return beginService(request, by, now, firm);
    case 'rejected':
      return refuseService(request, by, last?.comment ?? '', now);
    case 'returned':
      return giveBack(request, by, approval.advocate);
    case 'running':
    case 'withdrawn':
      return undefined;
  }
}

export type Moved =
  | { readonly state: Approval; readonly events: readonly ApprovalEvent[] }
  | { readonly state: Request; readonly events: readonly RequestEvent[] };

/** Both as they are after a move of the approval. */
export function bothAfter(
  { state, events }: Decided<Approval, ApprovalEvent>,
  request: Request | undefined,
  now: Date,
  firm: Firm,
): readonly Moved[] {
  const after = request && requestAfter(state, request, now, firm);
  return [{ state, events }, ...(after?.ok ? [{ state: after.state, events: after.events }] : [])];
}
