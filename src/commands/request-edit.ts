/** The requester changes what they asked: before anyone works on it, or when an approver has sent it back. */
import { type Change, command, opens, outcome, refuse, type Turn } from '../bot/engine/define.ts';
import { TITLE_FIELD } from '../bot/intents/request-fields.ts';
import { EditRequest } from '../bot/intents/request-intents.ts';
import { payloadOf, textOf } from '../domain/approval/payload.ts';
import { resubmit } from '../domain/approval/revise.ts';
import { bothAfter } from '../domain/approved-request.ts';
import type { Answers } from '../domain/intake.ts';
import { checkIntake } from '../domain/request-intake.ts';
import { edit, sendAgain } from '../domain/request.ts';
import type { Request } from '../domain/request-state.ts';

/** Sent back, a revision goes to its approvers at once. */
async function revise(
  request: Request & { readonly status: 'returned' },
  title: string,
  answers: Answers,
  { by, now, firm, records, fingerprint }: Turn<typeof EditRequest>,
): Promise<ReturnType<typeof refuse>> {
  const again = sendAgain(request, by, title, answers);
  const approval = await records.find('approval', request.approval);
  if (!again.ok) return refuse(again.refusal);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const payload = payloadOf(again.state);
  const asked = resubmit(approval, by, now, firm, { payload, fingerprint: fingerprint(textOf(payload)) });
  if (!asked.ok) return refuse(asked.refusal);
  const [moved, after] = bothAfter(asked, again.state, now, firm);
  const changes: Change[] = [
    after
      ? { state: after.state, events: [...again.events, ...after.events] }
      : { state: again.state, events: again.events },
    ...(moved ? [moved] : []),
  ];
  return {
    kind: 'decided',
    changes,
    answer: {
      notice: { type: 'request.resubmitted-by-you', number: request.number, title },
      become: { name: 'request', of: request.number },
    },
  };
}

export const requestEdit = command(EditRequest, async (turn) => {
  const { input, by, firm, records } = turn;
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const allowed =
    request.status === 'returned'
      ? sendAgain(request, by, request.title, request.answers)
      : edit(request, by, request.title, request.answers);
  if (!allowed.ok) return refuse(allowed.refusal);
  const form = { name: 'request-edit-form', of: request.number } as const;
  if (!input.fields) return opens(form);

  const service = firm.services.get(request.service);
  const checked = checkIntake(service, input.fields, TITLE_FIELD, request.askedBy, firm);
  if ('problems' in checked) return { kind: 'problems', problems: checked.problems, open: form };
  if (request.status === 'returned') return revise(request, checked.title, checked.answers, turn);
  return outcome(edit(request, by, checked.title, checked.answers), ({ number, title }) => ({
    notice: { type: 'request.edited', number, title },
    become: { name: 'request', of: number },
  }));
});
