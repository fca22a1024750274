/** A remark or a question about an approval; an approver may let it go along with their yes. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { CommentApproval } from '../bot/intents/approval-intents.ts';
import { approve } from '../domain/approval/approval.ts';
import { comment } from '../domain/approval/care.ts';
import { bothAfter } from '../domain/approved-request.ts';

export const approvalComment = command(CommentApproval, async ({ input, by, now, firm, records }) => {
  const approval = await records.find('approval', input.approval);
  if (!approval) return refuse({ type: 'approval.not-found' });
  const request = await records.find('request', approval.of);
  const { fields } = input;
  const isYes = fields?.then === 'approve';
  return withForm({
    form: { name: 'comment-form', of: approval.number },
    fields,
    decide: (probe) =>
      isYes
        ? approve(approval, by, now, firm, input, fields.comment)
        : comment(approval, by, now, probe ?? fields?.comment),
    changes: (said) => bothAfter(said, request, now, firm),
    answer: ({ number, title }) => ({
      notice: { type: isYes ? 'approval.you-approved' : 'approval.you-commented', number, title },
      // Whoever asked may have written from the card of their request, which stays what it is.
      ...(by.kind === 'person' && by.person.id === approval.requester
        ? {}
        : { become: { name: 'approval', of: number } }),
    }),
  });
});
