/** Somebody has not decided for a while: they are reminded once. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { RemindApprover } from '../bot/intents/approval-intents.ts';
import { remind } from '../domain/approval/care.ts';
import type { PersonId } from '../domain/ids.ts';

export const approvalRemind = clockCommand(RemindApprover, async ({ input, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const { stage, person, since } = input;
  return outcome(remind(approval, { stage, person: person as PersonId, askedAt: new Date(since) }));
});
