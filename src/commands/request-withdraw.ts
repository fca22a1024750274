/** The requester takes a request back; a running approval ends with it. */
import { type Change, command, refuse } from '../bot/engine/define.ts';
import { WithdrawRequest } from '../bot/intents/request-intents.ts';
import { withdraw as withdrawApproval } from '../domain/approval/approval.ts';
import { withdraw } from '../domain/request.ts';

export const requestWithdraw = command(WithdrawRequest, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const withdrawn = withdraw(request, by, now, firm);
  if (!withdrawn.ok) return refuse(withdrawn.refusal);

  const changes: Change[] = [{ state: withdrawn.state, events: withdrawn.events }];
  const approval = 'approval' in request ? await records.find('approval', request.approval) : undefined;
  const ended = approval && withdrawApproval(approval, request.askedBy, now);
  if (ended?.ok) changes.push({ state: ended.state, events: ended.events });
  return {
    kind: 'decided',
    changes,
    answer: { notice: { type: 'request.withdrawn-by-you', number: request.number, title: request.title } },
  };
});
