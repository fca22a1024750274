/** An approver says no, with a reason: the request ends with it, unless enough others may still say yes. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { Reject } from '../bot/intents/approval-intents.ts';
import { reject } from '../domain/approval/approval.ts';
import { bothAfter } from '../domain/approved-request.ts';

export const approvalReject = command(Reject, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const request = await records.find('request', approval.of);
  return withForm({
    form: { name: 'reject-form', of: approval.number },
    fields: input.fields,
    decide: (probe) => reject(approval, by, now, input, probe ?? input.fields?.reason),
    changes: (rejected) => bothAfter(rejected, request, now, firm),
    answer: ({ status, number, title }) => ({
      notice: { type: status === 'running' ? 'approval.you-opposed' : 'approval.you-rejected', number, title },
      become: { name: 'approval', of: number },
    }),
  });
});
