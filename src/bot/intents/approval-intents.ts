/** Wishes about approvals. */
import { z } from 'zod';
import { filled, intent, numberShape, words } from './intent.ts';

const approval = numberShape('APR');

/** What the pressed card showed: a press on an old one never decides what it did not show. `place`: whose voice is used. */
const shown = {
  approval,
  stage: z.int().nonnegative().optional(),
  revision: z.int().positive().optional(),
  place: z.string().optional(),
};

export const Approve = intent('approval.approve', z.object(shown));
export const Reject = intent('approval.reject', z.object({ ...shown, fields: filled({ reason: words }) }));
/** `to`: the number of an earlier stage; anything else is whoever asked. */
export const SendBack = intent(
  'approval.send-back',
  z.object({ ...shown, fields: filled({ to: words, reason: words }) }),
);
export const Transfer = intent(
  'approval.transfer',
  z.object({ ...shown, fields: filled({ to: words, comment: words }) }),
);
export const AddApprover = intent(
  'approval.add',
  z.object({ ...shown, fields: filled({ to: words, where: z.enum(['before', 'after']).optional() }) }),
);
/** A remark, or a question; with `then` it goes along with a yes. */
export const CommentApproval = intent(
  'approval.comment',
  z.object({ ...shown, fields: filled({ comment: words, then: z.enum(['decide-later', 'approve']).optional() }) }),
);

/** The words of a line: say yes to it, or leave it for later. */
export const lineWords = ['approve', 'later'] as const;
/** Several at once. By number: what the form showed of each (`Shown` as a text), and in `fields` what was chosen for it. */
export const ApproveSeveral = intent(
  'approval.approve-several',
  z.object({ fields: z.partialRecord(approval, z.enum(lineWords)).optional() }).catchall(z.string().max(200)),
);

/** The clock's: one asking of one person, `since` when in milliseconds. Asked again they are another asking. */
const waited = z.object({ approval, stage: z.int().nonnegative(), person: z.string(), since: z.int() });

export const RemindApprover = intent('approval.remind', waited);
export const EscalateApproval = intent('approval.escalate', waited);
