/** An approver says yes: whoever is next is asked, or the work begins. */
import { command, refuse } from '../bot/engine/define.ts';
import { Approve } from '../bot/intents/approval-intents.ts';
import { approve } from '../domain/approval/approval.ts';
import { bothAfter } from '../domain/approved-request.ts';

export const approvalApprove = command(Approve, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const approved = approve(approval, by, now, firm, input);
  if (!approved.ok) return refuse(approved.refusal);
  return {
    kind: 'decided',
    changes: bothAfter(approved, await records.find('request', approval.of), now, firm),
    answer: { notice: { type: 'approval.you-approved', number: approval.number, title: approval.title } },
  };
});
