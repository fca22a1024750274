/** Wishes about requests. */
import { z } from 'zod';
import { levels, priorities } from '../../domain/priority.ts';
import { filled, intent, numberShape, words } from './intent.ts';

const request = numberShape('REQ');
const answers = z.record(z.string(), z.union([z.string(), z.number()])).optional();

/** `request [title]`: offers the catalogue, or the form at once when the words name a service or there is only one. */
export const StartRequest = intent('request.start', z.object({ title: words }));
/** The form of one service; with answers, the request itself. */
export const SubmitRequest = intent('request.submit', z.object({ service: z.string(), title: words, fields: answers }));
export const TakeRequest = intent('request.take', z.object({ request }));
export const AskForInfo = intent('request.ask', z.object({ request, fields: filled({ question: words }) }));
export const GiveInfo = intent('request.answer', z.object({ request, fields: filled({ answer: words }) }));
/** The work goes on without a written answer. */
export const ResumeRequest = intent('request.resume', z.object({ request }));
export const DeclineRequest = intent('request.decline', z.object({ request, fields: filled({ reason: words }) }));
export const TriageRequest = intent(
  'request.triage',
  z.object({
    request,
    // Forms from before there were impact and urgency send a priority.
    fields: filled({
      impact: z.enum(levels).optional(),
      urgency: z.enum(levels).optional(),
      priority: z.enum(priorities).optional(),
      owner: z.string().optional(),
    }),
  }),
);
export const EditRequest = intent('request.edit', z.object({ request, fields: answers }));
export const WithdrawRequest = intent('request.withdraw', z.object({ request }));
export const NudgeRequest = intent('request.nudge', z.object({ request }));
export const MarkRequestDone = intent('request.done', z.object({ request }));
export const ReopenRequest = intent('request.reopen', z.object({ request }));
/** The clock's. */
export const CloseRequest = intent('request.close', z.object({ request }));
/** Planned by an earlier version; `sla.mark` has taken its place. */
export const MissResponse = intent('request.miss-response', z.object({ request }));
