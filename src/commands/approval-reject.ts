/** An approver says no, with a reason: the request ends with it. */
import { type Change, command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { Reject } from '../bot/intents/approval-intents.ts';
import { reject } from '../domain/approval.ts';
import { refuseService } from '../domain/request.ts';

export const approvalReject = command(Reject, async ({ input, by, now, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const rejected = withForm({
    form: { name: 'reject-form', of: approval.number },
    fields: input.fields,
    decide: (probe) => reject(approval, by, now, probe ?? input.fields?.reason),
    answer: ({ number, title }) => ({
      notice: { type: 'approval.you-rejected', number, title },
      become: { name: 'approval', of: number },
    }),
  });
  if (rejected.kind !== 'decided' || by.kind !== 'person') return rejected;

  const request = await records.find('request', approval.of);
  const refused = request && refuseService(request, by.person.id, input.fields?.reason?.trim() ?? '', now);
  const more: Change[] = refused?.ok ? [{ state: refused.state, events: refused.events }] : [];
  return { ...rejected, changes: [...rejected.changes, ...more] };
});
