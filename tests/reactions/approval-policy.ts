/** What follows from everything that can happen to an approval. */
const request = 'request REQ-7';
const approval = 'approval APR-3';
/** The request's card names who decides. */
const redrawn = [`refresh ${approval}`, `refresh ${request}`];

export const approvals: Readonly<Record<string, readonly string[]>> = {
  'it starts: approval.started': [`show li ${approval}`],
  'it starts, and time is set: approval.started': [
    `show li ${approval}`,
    'later approval.remind 2026-11-23T09:30Z',
    'later approval.escalate 2026-11-24T04:00Z',
  ],
  'it starts in another time zone: approval.started': [
    `show chen ${approval}`,
    'later approval.remind 2026-11-23T14:30Z',
    'later approval.escalate 2026-11-23T18:00Z',
  ],
  'the flow approves it by its own rule: approval.started': [],
  'the flow approves it by its own rule: approval.stage-passed': ['tell chen approval.stage-passed'],
  'the flow approves it by its own rule: approval.approved': [
    ...redrawn,
    'tell sun approval.approved',
    'tell zhao approval.approved',
  ],
  'the first of all says yes: approval.yes': redrawn,
  'the first in order says yes: approval.yes': [
    ...redrawn,
    `show chen ${approval}`,
    'later approval.remind 2026-11-23T14:30Z',
    'later approval.escalate 2026-11-23T18:00Z',
  ],
  'the first stage passes: approval.yes': [...redrawn, `show zhao ${approval}`],
  'the first stage passes: approval.stage-passed': ['tell chen approval.stage-passed'],
  'the last stage passes: approval.yes': redrawn,
  'the last stage passes: approval.stage-passed': [],
  'the last stage passes: approval.approved': [...redrawn, 'tell sun approval.approved'],
  'one of three is against, and two are enough: approval.no': redrawn,
  'somebody rejects: approval.rejected': redrawn,
  'it is sent back: approval.sent-back': [...redrawn, `show wang ${request}`, 'tell wang approval.sent-back'],
  'it is sent back to the first stage: approval.sent-back': [
    ...redrawn,
    `show li ${approval}`,
    'tell li approval.sent-back-to-stage',
  ],
  'it comes again: approval.resubmitted': [...redrawn, `show li ${approval}`, 'tell li approval.asked-again'],
  'whoever revised it is asked first: approval.resubmitted': [...redrawn, `show li ${approval}`],
  'it is handed over: approval.transferred': [
    ...redrawn,
    `show xu ${approval}`,
    'later approval.remind 2026-11-23T19:30Z',
    'later approval.escalate 2026-11-23T23:00Z',
    'tell xu approval.handed-to-you',
  ],
  'somebody is added before: approval.added': [...redrawn, `show xu ${approval}`, 'tell xu approval.you-were-added'],
  'somebody is added after: approval.added': redrawn,
  'an approver asks something: approval.commented': [...redrawn, 'tell wang approval.comment'],
  'whoever answers for it says something: approval.commented': [...redrawn, 'tell li approval.comment'],
  'the client nudges: approval.nudged': ['tell li request.nudged'],
  'it has waited for a while: approval.reminded': ['tell li approval.reminder'],
  'it has waited for long: approval.escalated': [...redrawn, `show zhao ${approval}`, 'tell zhao approval.escalated'],
  'it has waited for long, and goes to somebody else: approval.escalated': [
    ...redrawn,
    `show zhao ${approval}`,
    'later approval.remind 2026-11-23T09:30Z',
    'later approval.escalate 2026-11-24T04:00Z',
    'tell zhao approval.escalated',
    'tell li approval.escalated-away',
  ],
  'the request is taken back: approval.withdrawn': redrawn,
};
