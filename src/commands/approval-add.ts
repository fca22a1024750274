/** An approver asks somebody else to decide as well, before or after them. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { AddApprover } from '../bot/intents/approval-intents.ts';
import { addApprover } from '../domain/approval/hands.ts';
import { voiceOf } from '../domain/approval/voice.ts';
import type { PersonId } from '../domain/ids.ts';

export const approvalAdd = command(AddApprover, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const to = input.fields?.to as PersonId | undefined;
  return withForm({
    form: { name: 'add-form', of: approval.number },
    fields: input.fields,
    allowed: voiceOf(approval, by, input),
    decide: () => addApprover(approval, by, now, firm, input, to, input.fields?.where ?? 'before'),
    answer: ({ number, title }) => ({
      notice: { type: 'approval.you-added', number, title, people: to === undefined ? [] : [to] },
      become: { name: 'approval', of: number },
    }),
  });
});
