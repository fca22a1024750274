/** An approver hands their place to somebody else. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { Transfer } from '../bot/intents/approval-intents.ts';
import { transfer } from '../domain/approval/hands.ts';
import { voiceOf } from '../domain/approval/voice.ts';
import type { PersonId } from '../domain/ids.ts';

export const approvalTransfer = command(Transfer, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const to = input.fields?.to as PersonId | undefined;
  return withForm({
    form: { name: 'transfer-form', of: approval.number },
    fields: input.fields,
    allowed: voiceOf(approval, by, input),
    decide: () => transfer(approval, by, now, firm, input, to, input.fields?.comment),
    answer: ({ number, title }) => ({
      notice: { type: 'approval.you-transferred', number, title, people: to === undefined ? [] : [to] },
      become: { name: 'approval', of: number },
    }),
  });
});
