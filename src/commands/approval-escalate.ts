/** Somebody has not decided in time: once, somebody higher may. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { EscalateApproval } from '../bot/intents/approval-intents.ts';
import { escalate } from '../domain/approval/care.ts';
import type { PersonId } from '../domain/ids.ts';

export const approvalEscalate = clockCommand(EscalateApproval, async ({ input, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const { stage, person, since } = input;
  return outcome(escalate(approval, { stage, person: person as PersonId, askedAt: new Date(since) }, now, firm));
});
