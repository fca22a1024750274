/** An approver says yes: the next stage is asked, or the work begins. */
import { type Change, command, refuse } from '../bot/engine/define.ts';
import { Approve } from '../bot/intents/approval-intents.ts';
import { approve } from '../domain/approval.ts';
import { beginService } from '../domain/request.ts';

export const approvalApprove = command(Approve, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const approved = approve(approval, by, now, input.stage);
  if (!approved.ok) return refuse(approved.refusal);

  const changes: Change[] = [{ state: approved.state, events: approved.events }];
  const request = approved.state.status === 'approved' ? await records.find('request', approval.of) : undefined;
  const begun = request && beginService(request, by.kind === 'person' ? by.person.id : request.askedBy, now, firm);
  if (begun?.ok) changes.push({ state: begun.state, events: begun.events });
  return {
    kind: 'decided',
    changes,
    answer: { notice: { type: 'approval.you-approved', number: approval.number, title: approval.title } },
  };
});
