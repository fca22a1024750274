/** An approver wants it revised, or looked at again by an earlier stage, and says why. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { SendBack } from '../bot/intents/approval-intents.ts';
import { sendBack } from '../domain/approval/revise.ts';
import { bothAfter } from '../domain/approved-request.ts';

/** An earlier stage by its number; whatever else was chosen is whoever asked. */
function stageIn(words: string | undefined): number | undefined {
  return words !== undefined && /^\d+$/.test(words) ? Number(words) : undefined;
}

export const approvalSendBack = command(SendBack, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const request = await records.find('request', approval.of);
  const to = stageIn(input.fields?.to);
  return withForm({
    form: { name: 'send-back-form', of: approval.number },
    fields: input.fields,
    decide: (probe) => sendBack(approval, by, now, firm, input, probe ?? input.fields?.reason, to),
    changes: (sent) => bothAfter(sent, request, now, firm),
    answer: ({ number, title }) => ({
      notice: { type: 'approval.you-sent-back', number, title },
      become: { name: 'approval', of: number },
    }),
  });
});
