/** English. Short, polite, the same everywhere; American spelling. */

import type { ReportNamed } from '../../domain/progress.ts';
import type { Template } from '../../domain/project.ts';
import type { Catalogue, Speech } from './catalogue.ts';
import { line } from './line.ts';

const q = (title: string): string => `“${title}”`;

type OneReport = { readonly template?: Template; readonly week: string; readonly project?: string | undefined };

const daysOf = (from: string, until: string): string => (from === until ? `on ${from}` : `from ${from} to ${until}`);

const templates = { weekly: 'Weekly report', daily: 'Daily report', milestone: 'Milestone report' } as const;

/** `weekly report 2026-W48 on “Globex rollout”`. */
function ofProject({ template = 'weekly', week, project }: OneReport): string {
  const name = `${templates[template].toLowerCase()} ${week}`;
  return project === undefined ? name : `${name} on ${q(project)}`;
}

function called({ week, ...report }: ReportNamed, { of }: Speech): string {
  return ofProject({ ...report, week: typeof week === 'string' ? week : of(week) });
}
/** The parts of a digest are called as the questions they come from. */
const parts = { summary: 'Summary', blocked: 'Blocked', risk: 'Risk', done: 'Done', next: 'Next' } as const;

export const enUs: Catalogue = {
  someone: 'someone',
  buttons: {
    take: 'Take it',
    ask: 'Ask for info',
    decline: 'Decline',
    triage: 'Triage',
    approve: 'Approve',
    reject: 'Reject',
    sendBack: 'Send back',
    transfer: 'Transfer',
    addApprover: 'Add approver',
    comment: 'Comment',
    approveSeveral: 'Approve several',
    revise: 'Edit',
    away: 'Plan an absence',
    back: 'I’m back',
    cancelAbsence: 'Cancel',
    nudge: 'Nudge',
    withdraw: 'Withdraw',
    edit: 'Edit',
    answer: 'Answer',
    resume: 'Resume',
    done: 'Mark done',
    reopen: 'Reopen',
    submit: 'Submit',
    skip: 'Skip this week',
    skipToday: 'Skip today',
    open: 'Open',
    view: 'View',
    newRequest: 'New request',
    myList: 'My list',
    report: 'Weekly report',
    helpMe: 'Help',
    makeRequest: 'Make a request',
    fillIn: 'Fill in',
    answerSurvey: 'Give feedback',
    preview: 'Preview next week',
    confirmSend: 'Confirm and send',
    saveDraft: 'Save',
    clientVersion: 'Client version',
    confirmClient: 'Send to the client',
    readAll: 'Read in full',
    solved: 'Solved',
    changeReport: 'Change',
  },
  fields: {
    title: 'Title',
    reason: 'Reason',
    question: 'Question',
    answer: 'Answer',
    client: 'Client',
    priority: 'Priority',
    impact: 'Impact',
    urgency: 'Urgency',
    owner: 'Owner',
    done: 'Done',
    next: 'Next',
    blocked: 'Blocked',
    risk: 'Risk',
    health: 'Health',
    doneToday: 'Done today',
    nextDay: 'Next day',
    result: 'Result',
    deviations: 'Deviations from the plan',
    nextStep: 'Next steps',
    summary: 'Summary',
    comment: 'Comment',
    sendBackTo: 'Send back to',
    transferTo: 'Transfer to',
    addWhom: 'Approver',
    where: 'Order',
    from: 'First day',
    until: 'Last day',
    delegate: 'Delegate',
    only: 'Only for these services',
    then: 'Decision',
  },
  facts: {
    service: 'Service',
    askedBy: 'Asked by',
    client: 'Client',
    priority: 'Priority',
    owner: 'Owner',
    responseDue: 'First response by',
    dueBy: 'Due by',
    target: 'Target',
    used: 'Used',
    left: 'Left',
    due: 'Due',
    over: 'Over by',
    submitted: 'Submitted',
    next: 'Next',
    request: 'Request',
    state: 'State',
    decidedBy: 'Decided by',
    days: 'Days',
    delegate: 'Delegate',
    confirmed: 'Confirmed by',
    clientVersion: 'Client version',
    reportedBy: 'Reported by',
    report: 'Report',
  },
  states: {
    request: {
      new: 'New',
      'need-info': 'Needs info',
      'in-approval': 'In approval',
      returned: 'Sent back',
      'in-service': 'In service',
      waiting: 'Waiting for information',
      reopened: 'Reopened',
      done: 'Done',
      closed: 'Closed',
      declined: 'Declined',
      withdrawn: 'Withdrawn',
    },
    approval: {
      running: 'Waiting for approval',
      returned: 'Sent back',
      approved: 'Approved',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
    },
    progress: {
      asked: 'To be filled in',
      submitted: 'Submitted',
      skipped: 'Skipped',
      missed: 'Missed',
      excused: 'Excused',
    },
    survey: { sent: 'Waiting for an answer', answered: 'Answered', expired: 'Expired' },
    absence: { planned: 'Planned', away: 'Away', over: 'Over', cancelled: 'Cancelled' },
    digest: { drafting: 'To be confirmed', sent: 'Sent' },
    issue: { open: 'Open', solved: 'Solved', dropped: 'Dropped' },
    risk: { draft: 'Draft', dropped: 'Dropped' },
  },
  priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  levels: { low: 'Low', medium: 'Medium', high: 'High' },
  healths: { 'on-track': 'On track', 'at-risk': 'At risk', 'off-track': 'Off track' },
  templates,
  dimensions: {
    quality: 'Service quality',
    result: 'Project result',
    attitude: 'Attitude',
    communication: 'Communication',
  },
  grades: ['1 – Very dissatisfied', '2 – Dissatisfied', '3 – Neutral', '4 – Satisfied', '5 – Very satisfied'],
  notices: {
    'request.recorded': ({ number, responseDueAt }, { moment }) =>
      line`Got it: ${number} is recorded. The desk will answer by ${moment(responseDueAt)}.`,
    'request.taken-by-you': ({ number }) => line`${number} is yours now.`,
    'request.taken': ({ number, title, by }, { name }) => line`${name(by)} has taken ${number} ${q(title)}.`,
    'request.info-wanted': ({ number, title, by, question }, { name }) =>
      line`${name(by)} needs to know more about ${number} ${q(title)}: ${question}`,
    'request.info-asked': ({ number }) => line`Your question about ${number} is on its way.`,
    'request.info-given': ({ number, title, by, answer }, { name }) =>
      line`${name(by)} has answered about ${number} ${q(title)}: ${answer}`,
    'request.info-sent': ({ number }) => line`Thank you. The desk has your answer about ${number}.`,
    'request.triaged': ({ number }) => line`${number} is updated.`,
    'request.handed-to-you': ({ number, title, by }, { name }) =>
      line`${name(by)} has handed ${number} ${q(title)} to you.`,
    'request.edited': ({ number }) => line`${number} is changed.`,
    'request.declined': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} could not accept ${number} ${q(title)}: ${reason}`,
    'request.declined-by-you': ({ number }) => line`${number} is declined. The requester has been told why.`,
    'request.approval-refused': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} rejected ${number} ${q(title)}: ${reason}`,
    'request.refused-for-client': ({ number, title }) =>
      line`We are sorry: we cannot go ahead with ${number} ${q(title)}. Your account manager will be glad to tell you more.`,
    'request.withdrawn': ({ number, title, by }, { name }) => line`${name(by)} has withdrawn ${number} ${q(title)}.`,
    'request.withdrawn-by-you': ({ number }) => line`${number} is withdrawn.`,
    'request.service-began': ({ number, title, dueAt }, { date }) =>
      dueAt
        ? line`Work on ${number} ${q(title)} has begun. It is due by ${date(dueAt)}.`
        : line`Work on ${number} ${q(title)} has begun.`,
    'request.done': ({ number, title, by }, { name }) => line`${name(by)} has marked ${number} ${q(title)} as done.`,
    'request.done-by-you': ({ number }) => line`${number} is done. Well done.`,
    'request.reopened': ({ number, title, by }, { name }) => line`${name(by)} has reopened ${number} ${q(title)}.`,
    'request.reopened-by-you': ({ number }) => line`${number} is open again.`,
    'request.resumed': ({ number, title, by }, { name }) => line`${name(by)} has gone on with ${number} ${q(title)}.`,
    'request.resumed-by-you': ({ number }) => line`${number} goes on, and its clock runs again.`,
    'sla.marks': ({ marks, more }, { moment }) => {
      const named = marks.map(({ number, title, clock, percent, dueAt }) => {
        if (percent === 100)
          return clock === 'response'
            ? line`Nobody has answered ${number} ${q(title)} yet, and its first response is overdue.`
            : line`${number} ${q(title)} is overdue.`;
        return clock === 'response'
          ? line`${String(percent)}% of the time to answer ${number} ${q(title)} is used; it is due ${moment(dueAt)}.`
          : line`${String(percent)}% of the time for ${number} ${q(title)} is used; it is due ${moment(dueAt)}.`;
      });
      const rest = more > 0 ? [line`And ${String(more)} more.`] : [];
      return [...named, ...rest].flatMap((one, n) => (n === 0 ? one : ['\n', ...one]));
    },
    'request.nudged': ({ number, title, by }, { name }) =>
      line`${name(by)} is waiting for ${number} ${q(title)}. Could you have a look?`,
    'request.nudged-by-you': ({ number, people }, { names }) =>
      people.length === 0
        ? line`I have reminded everyone who is to decide on ${number}.`
        : line`I have reminded ${names(people)} of ${number}.`,
    'request.resubmitted-by-you': ({ number }) => line`${number} is back with its approvers.`,
    'approval.you-approved': ({ number }) => line`You approved ${number}.`,
    'approval.several-done': ({ approved, refused }) =>
      refused === 0
        ? line`${String(approved)} approved.`
        : line`${String(approved)} approved, ${String(refused)} could not be.`,
    'approval.several': ({ results }, { why }) =>
      results.flatMap(({ number, title, refusal }, n) => [
        ...(n === 0 ? [] : ['\n']),
        `${refusal === undefined ? '✓' : '×'} ${number}${title === undefined ? '' : ` ${q(title)}`}: `,
        ...(refusal === undefined ? ['approved.'] : why(refusal)),
      ]),
    'approval.you-rejected': ({ number }) => line`You rejected ${number}. The requester has been told why.`,
    'approval.you-opposed': ({ number }) => line`Your no to ${number} is noted. The others go on deciding.`,
    'approval.you-sent-back': ({ number }) => line`You sent ${number} back. They have been told why.`,
    'approval.you-transferred': ({ number, people }, { names }) => line`${number} is with ${names(people)} now.`,
    'approval.you-added': ({ number, people }, { names }) =>
      line`I have asked ${names(people)} to decide on ${number} as well.`,
    'approval.you-commented': ({ number }) => line`Your comment on ${number} has been passed on.`,
    'approval.sent-back': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} sent ${number} ${q(title)} back. Please revise it and send it again: ${reason}`,
    'approval.sent-back-to-stage': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} asks you to decide on ${number} ${q(title)} again: ${reason}`,
    'approval.asked-again': ({ number, title, by }, { name }) =>
      line`${name(by)} has sent ${number} ${q(title)} again for your approval.`,
    'approval.handed-to-you': ({ number, title, by }, { name }) =>
      line`${name(by)} has transferred the approval of ${number} ${q(title)} to you.`,
    'approval.you-were-added': ({ number, title, by }, { name }) =>
      line`${name(by)} asks you to decide on ${number} ${q(title)} as well.`,
    'approval.comment': ({ number, title, by, comment }, { name }) =>
      line`${name(by)} comments on ${number} ${q(title)}: ${comment}`,
    'approval.reminder': ({ number, title }) =>
      line`A gentle reminder: ${number} ${q(title)} is waiting for your approval.`,
    'approval.escalated': ({ number, title, from }, { name }) =>
      line`${number} ${q(title)} has been waiting for ${name(from)} for some time. Could you have a look and decide?`,
    'approval.your-turn': ({ number, title, stage }, { of }) =>
      line`It is your turn to decide on ${number} ${q(title)}, stage ${q(of(stage))}.`,
    'approval.escalated-away': ({ number, title, to }, { name }) =>
      line`${number} ${q(title)} has been waiting for some time, so ${name(to)} decides on it now.`,
    'approval.passed-by-rule': ({ number, title, stage }, { of }) =>
      line`${number} ${q(title)} passed the stage ${q(of(stage))} by rule; nobody had to decide.`,
    'approval.stage-passed': ({ number, title, stage }, { of }) =>
      line`For your information: ${number} ${q(title)} has passed the stage ${q(of(stage))}.`,
    'approval.approved': ({ number, title }) => line`For your information: ${number} ${q(title)} is approved.`,
    'approval.stand-in': ({ number, title, for: whose }, { name }) =>
      line`${name(whose)} is away: could you decide on ${number} ${q(title)} for them?`,
    'absence.planned': ({ from, until, delegate, kinds }, { name, of, list }) =>
      delegate === undefined
        ? line`Noted: you are away ${daysOf(from, until)}. You named no delegate, so the head of your department decides for you.`
        : line`Noted: you are away ${daysOf(from, until)}, and ${name(delegate)} decides for you${kinds === undefined ? '' : ` on ${list(kinds.map(of))}; the head of your department decides the rest`}.`,
    'absence.ended': () => line`Welcome back.`,
    'absence.cancelled': () => line`Your absence is cancelled.`,
    'absence.called-off': ({ person }, { name }) =>
      line`${name(person)} has cancelled the absence. You need not decide for them.`,
    'absence.named': ({ person, from, until, kinds }, { name, of, list }) =>
      line`${name(person)} is away ${daysOf(from, until)} and has named you to decide for them${kinds === undefined ? '' : ` on ${list(kinds.map(of))}`}.`,
    'absence.over': ({ person }, { name }) => line`${name(person)} is back. Thank you for deciding for them.`,
    'person.left': ({ person, items }, { name }) => [
      ...line`${name(person)} has left the firm. This is with you now:`,
      ...items.flatMap(({ number, title }) => ['\n', `${number} ${q(title)}`]),
    ],
    'person.left-one-chat': ({ person }, { name }) =>
      line`${name(person)} is no longer in the directory of one of our chats. If they have left the firm, say “offboard @${name(person)}” and what waits for them goes to the head of their department.`,
    'person.left-done': ({ person, heirs, count }, { name, names }) =>
      count === 0
        ? line`Noted: ${name(person)} has left. Nothing was waiting for them.`
        : line`Noted: ${name(person)} has left. ${count === 1 ? 'One open item is' : `${count} open items are`} with ${names(heirs)} now.`,
    'calendar.year-missing': ({ year, calendars }, { list }) =>
      line`The holidays of ${String(year)} are missing from ${calendars.length === 1 ? 'the calendar' : 'the calendars'} ${list(calendars)}; until they are there, every weekday counts as usual. Please update Steward, or add them to the firm file by days or import and list ${String(year)} in years.`,
    'cards.renewing': () => line`I am drawing every open card again.`,
    'progress.reminder': (report, say) => line`A gentle reminder: your ${called(report, say)} is still open.`,
    'progress.received': (report, say) => line`Thank you. Your ${called(report, say)} is in.`,
    'progress.skipped': (report, say) => line`Noted: no ${called(report, say)}.`,
    'progress.missed-by': ({ people, ...report }, say) =>
      line`The ${called(report, say)} has not come from ${say.names(people)}.`,
    'progress.digest-ready': ({ week, answered, asked }) =>
      line`Weekly progress ${week}: ${String(answered)} of ${String(asked)} reports are in. A digest is drafted; please look it over and confirm it.`,
    'digest.sent': ({ name: cycle, period, by }, { name }) =>
      by === undefined
        ? line`The digest of ${q(cycle)} for ${period} is out. It is a draft that nobody has confirmed.`
        : line`${name(by)} has sent the digest of ${q(cycle)} for ${period}.`,
    'digest.lapsed': ({ name: cycle, period }) =>
      line`You have not confirmed the digest of ${q(cycle)} for ${period}, so it went out as a draft. You can still edit and confirm it.`,
    'digest.saved': ({ number }) => line`${number} is saved. It goes out when you confirm it.`,
    'digest.confirmed-by-you': ({ number }) => line`${number} is sent.`,
    'digest.client-sent': ({ name: cycle, period, by }, { name }) =>
      line`${name(by)} has sent the client version of ${q(cycle)} for ${period}.`,
    'digest.client-sent-by-you': ({ number, people }, { names }) =>
      line`The client version of ${number} is with ${names(people)}.`,
    'digest.words': ({ number, section, words, piece, pieces }) =>
      line`${number}, ${parts[section]}${pieces === 1 ? '' : ` (${piece}/${pieces})`}: ${words}`,
    'issue.opened': ({ number, title, by }, { name }) =>
      line`${name(by)} is blocked and needs your help: ${number} ${q(title)}.`,
    'issue.solved': ({ number, title, by }, { name }) => line`${name(by)} has solved ${number} ${q(title)}.`,
    'issue.solved-by-you': ({ number }) => line`${number} is solved. Thank you.`,
    'risk.drafted': ({ number, title, by }, { name }) =>
      line`${name(by)} has reported a risk. It is noted as a draft: ${number} ${q(title)}.`,
    'survey.reminder': ({ number, title }) =>
      line`How was ${q(title)} (${number})? Your answer takes a minute and helps us improve.`,
    'survey.thanks': () => line`Thank you for your feedback.`,
    'survey.answered': ({ number, title, average }) =>
      line`The client has answered the survey on ${number} ${q(title)}: ${average.toFixed(1)} of 5.`,
    'stranger.welcome': () => line`Hello! We have not met yet. I have told the administrator that you are here.`,
    'stranger.met': ({ name, platform, account }) =>
      line`Someone I do not know has written to me: ${name} (${platform}, ${account}). Please add them to the firm file.`,
    'answer.sent-direct': () => line`I have answered in our direct chat.`,
    'form.closed': () => line`Closed. Nothing was sent.`,
    'word.not-yet': ({ word }) =>
      line`I understand “${word}”, but this desk cannot do that yet. Say “help” to see what I can do.`,
  },
  refusals: {
    'wish.unknown': () => line`I do not know this button any more. Here is the current state.`,
    'wish.unreadable': () => line`I could not read that. Please try again, or say “help”.`,
    'wish.not-for-you': () => line`This is not for you to do.`,
    'record.not-found': ({ number }) => line`There is no record ${number}.`,
    'record.not-yours-to-see': () => line`This record is not open to you.`,
    'service.not-found': () => line`This service is no longer offered. Say “request” to see what is.`,
    'person.unknown': () =>
      line`I could not find that colleague. Please write their name, or an account where two share one.`,
    'attention.nothing-held': () => line`There is nothing left to pass on.`,
    'request.nudged-lately': ({ againAt }, { moment }) =>
      line`They were reminded a short while ago. You can nudge again after ${moment(againAt)}.`,
    'calendar.nothing-missing': () => line`All calendars have their holidays.`,
    'person.yourself': () => line`You cannot say so of yourself. Please ask another administrator.`,
    'request.not-found': () => line`This request does not exist.`,
    'request.not-yours-to-see': () => line`This request is not open to you.`,
    'request.only-its-desk': () => line`Only the desk of this request can do that.`,
    'request.only-its-requester': () => line`Only the person who asked can do that.`,
    'request.not-now': ({ status, holder }, { name }, states) =>
      holder === undefined
        ? line`That is not possible now: the request is “${states.request[status]}”.`
        : line`That is not possible now: the request is “${states.request[status]}” with ${name(holder)}.`,
    'request.reason-missing': () => line`Please give a reason.`,
    'request.words-missing': () => line`Please write a few words.`,
    'sla.nothing-due': () => line`There is nothing to do any more.`,
    'sla.no-clock': ({ number }) => line`No time is promised for ${number}.`,
    'request.nothing-due': () => line`There is nothing to do any more.`,
    'approval.not-found': () => line`This approval does not exist.`,
    'approval.not-yours-to-see': () => line`This approval is not open to you.`,
    'approval.your-own': () => line`You cannot decide on your own request.`,
    'approval.not-your-turn': ({ turnOf }, { names }) => line`It is not your turn: waiting for ${names(turnOf)}.`,
    'approval.already-decided': ({ verdict, by, decidedAt }, { name, moment }) =>
      line`Already ${verdict === 'approved' ? 'approved' : 'rejected'} by ${name(by)}, ${moment(decidedAt)}.`,
    'approval.withdrawn': () => line`The request was withdrawn; there is nothing to decide any more.`,
    'approval.revised': () => line`It has been revised since. Please look at the latest card before you decide.`,
    'approval.sent-back': ({ advocate }, { name }) =>
      line`It was sent back: waiting for ${name(advocate)} to revise it.`,
    'approval.not-sent-back': () => line`It was not sent back; there is nothing to send again.`,
    'approval.reason-missing': () => line`Please give a reason.`,
    'approval.words-missing': () => line`Please write something.`,
    'approval.person-missing': () => line`Please choose somebody.`,
    'approval.to-yourself': () => line`Please choose somebody other than yourself.`,
    'approval.to-requester': ({ person }, { name }) => line`${name(person)} asked for this and cannot decide on it.`,
    'approval.to-outsider': () => line`Only colleagues of the firm can decide.`,
    'approval.asked-already': ({ person }, { name }) => line`${name(person)} is asked in this stage already.`,
    'approval.no-such-stage': () => line`It can go back to whoever asked, or to an earlier stage.`,
    'approval.nudged-lately': ({ againAt }, { moment }) =>
      line`They were reminded a short while ago. You can nudge again after ${moment(againAt)}.`,
    'approval.none-chosen': () => line`You chose none of them, and nothing was decided.`,
    'approval.nothing-due': () => line`There is nothing left to do.`,
    'approval.nobody-can': () => line`Nobody can approve this at present. Please ask an administrator.`,
    'absence.not-found': () => line`There is no such absence.`,
    'absence.not-yours': () => line`This is somebody else’s absence.`,
    'absence.none': () => line`You are not away at present.`,
    'absence.days-unclear': () => line`I could not read the days. Please write them as 2026-10-01..2026-10-08.`,
    'absence.days-turned': () => line`The last day cannot come before the first.`,
    'absence.days-past': () => line`These days are over already.`,
    'absence.overlaps': ({ fromDay, untilDay }) =>
      line`You are away from ${fromDay} to ${untilDay} already. Say “back” to cancel that first.`,
    'absence.delegate-unknown': () => line`I could not find that colleague. Please write their name.`,
    'absence.delegate-yourself': () => line`You cannot be your own delegate.`,
    'absence.delegate-missing': () => line`Please name a delegate.`,
    'absence.kind-unknown': ({ kind }) =>
      line`There is no service “${kind}”. Please write the names of services, with commas between them.`,
    'absence.nothing-due': () => line`The absence is over.`,
    'progress.not-found': () => line`This report does not exist.`,
    'progress.not-yours': () => line`This report is somebody else’s.`,
    'progress.not-asked-of-you': () => line`No weekly report is asked of you.`,
    'progress.words-missing': () => line`Please fill this in.`,
    'progress.already': ({ status }, _say, states) => line`This report is already “${states.progress[status]}”.`,
    'progress.closed': ({ sentAt, nextAt }, { moment }) =>
      sentAt
        ? line`The digest went out ${moment(sentAt)}, so this report cannot be changed any more.`
        : nextAt
          ? line`The next report was asked for ${moment(nextAt)}, so this one is closed.`
          : line`This report is closed.`,
    'progress.future': ({ week }) => line`The week ${week} has not begun yet.`,
    'progress.none-of-week': ({ week }) => line`You have no report for ${week}.`,
    'progress.none-yet': () => line`You have not sent a report yet.`,
    'progress.project-unknown': ({ project }) => line`There is no project ${project}.`,
    'progress.not-yours-to-see': () => line`These reports are not open to you.`,
    'progress.cycle-gone': () => line`These reports are not asked for any more.`,
    'progress.on-leave': () => line`Whoever is away is not reminded.`,
    'progress.nothing-due': () => line`There is nothing to do any more.`,
    'digest.not-found': () => line`This digest does not exist.`,
    'digest.not-yours': ({ lead }, { name }) => line`This digest is for ${name(lead)} to make.`,
    'digest.already-sent': ({ by, confirmedAt }, { name, moment }) =>
      line`Already confirmed and sent by ${name(by)}, ${moment(confirmedAt)}.`,
    'digest.not-confirmed': () => line`Please confirm the digest first, then make the client version.`,
    'digest.no-client': () => line`There is no contact of a client who could read it.`,
    'digest.client-has-it': ({ by, sentAt }, { name, moment }) =>
      line`${name(by)} has already sent the client version, ${moment(sentAt)}.`,
    'digest.words-missing': () => line`Please fill this in.`,
    'digest.too-long': ({ most }) => line`At most ${String(most)} characters, please.`,
    'digest.internal-words': ({ words }) =>
      line`${q(words)} is internal and must not go to a client. Please rephrase it.`,
    'digest.nothing-due': () => line`There is nothing to do any more.`,
    'issue.not-found': () => line`This issue does not exist.`,
    'issue.not-yours': ({ owner }, { name }) => line`This issue is with ${name(owner)}.`,
    'issue.already': ({ status }, _say, states) => line`This issue is already “${states.issue[status]}”.`,
    'survey.not-found': () => line`This survey does not exist.`,
    'survey.not-yours': () => line`This survey was sent to somebody else.`,
    'survey.already-answered': ({ answeredAt }, { moment }) =>
      line`You answered this survey ${moment(answeredAt)}. Thank you.`,
    'survey.expired': () => line`This survey is closed. Thank you all the same.`,
    'survey.score-missing': () => line`Please choose a grade.`,
    'survey.nothing-due': () => line`There is nothing to do any more.`,
  },
  problems: {
    missing: () => 'Please fill this in.',
    'not-a-number': () => 'Please enter a number.',
    'not-a-date': () => 'Please enter a date like 2026-12-01.',
    'not-an-option': () => 'Please choose one of the options.',
    'not-a-colleague': () => 'Please write the name of a colleague, not of whoever asks.',
    'too-small': ({ least }) => `At least ${least}, please.`,
    'too-large': ({ most }) => `At most ${most}, please.`,
    'too-long': ({ most }) => `At most ${most} characters, please.`,
  },
  bug: (reference) =>
    `Something went wrong on my side and nothing was changed. If it happens again, please quote ${reference}.`,
  card: {
    kinds: {
      request: 'Request',
      approval: 'Approval',
      progress: 'Weekly report',
      survey: 'Survey',
      absence: 'Absence',
      digest: 'Digest',
      issue: 'Issue',
      risk: 'Risk',
    },
    nextDesk: (desk, due) => line`${desk} to answer by ${due}`,
    nextRequester: (name) => line`${name} to answer the question`,
    nextApprovers: (names) => line`${names} to decide`,
    nextApproval: line`Waiting for approval`,
    nextOwner: (name, due) => (due ? line`${name}, by ${due}` : line`${name}`),
    nextSurvey: line`Waiting for feedback; closes by itself`,
    nobodyNext: line`Nothing more to do`,
    overdue: 'overdue',
    waitingForClient: 'Waiting for the client',
    nextAnswer: (name) => line`${name} answers; the clock stands still`,
    weighed: (priority, impact, urgency) =>
      `${priority} (${impact.toLowerCase()} impact × ${urgency.toLowerCase()} urgency)`,
    sla: {
      clocks: {
        response: 'First response',
        resolution: 'Resolution',
        complaint: 'Complaint',
        approval: 'Approval',
      },
      approvalOf: (stage, name) => `${stage}: ${name}`,
      outcomes: {
        running: 'Running',
        breached: 'Overdue and running',
        paused: 'Paused',
        met: 'Met in time',
        late: 'Met late',
        cancelled: 'Cancelled',
      },
      causes: { 'need-info': 'waiting for information', 'waiting-for-client': 'waiting for the client' },
      duration: (hours, minutes) =>
        hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
      slaSummary: (number, title, clocks) =>
        clocks.length === 0
          ? `No time is promised for ${number} ${q(title)}`
          : `The clocks of ${number} ${q(title)}: ${clocks.map(([clock, state]) => `${clock} ${state.toLowerCase()}`).join(', ')}`,
      entry: ({ type, at, by, cause = 'need-info', target = '', why }) => {
        const whose = by === undefined ? '' : `, ${by}`;
        const pause = { 'need-info': 'waiting for information', 'waiting-for-client': 'waiting for the client' }[cause];
        const what = {
          started: 'Started',
          paused: `Paused, ${pause}`,
          resumed: 'Resumed',
          continued: 'Reopened, goes on',
          retargeted: `Target now ${target}${why === undefined ? '' : ` (priority ${why.toLowerCase()})`}`,
          met: 'Met',
          cancelled: 'Cancelled',
        }[type];
        return line`${at} ${what}${whose}`;
      },
      worked: (from, until, counted) => line`${from} to ${until}: ${counted}`,
      off: (name, days) => line`${name ?? 'Day off'} ${days}: not counted`,
      madeUp: (name, days, counted) =>
        line`Make-up workday${name === undefined ? '' : ` (${name})`} ${days}: ${counted}`,
      short: (name, days, counted) => line`${name ?? 'Part of a day'} ${days}: ${counted}`,
      stood: (from, until) => (until ? line`${from} to ${until}: not counted` : line`Since ${from}: not counted`),
      linesLeftOut: (n) => line`(${String(n)} lines left out here)`,
      clocksLeftOut: (n) => line`The clocks of ${String(n)} more approvers are not shown.`,
      nothingPromised: line`No time is promised.`,
      countedIn: (zone) => line`Working time is counted on the calendar of ${zone}.`,
      yearUnknown: (year) =>
        line`The holidays of ${year} are not known yet: its weekdays are counted as usual until they are.`,
      asOf: (at) => line`As of ${at}`,
      pausedSince: (at, cause) =>
        line`Paused since ${at}, ${cause === 'need-info' ? 'waiting for information' : 'waiting for the client'}`,
    },
    stage: (stage, who, rule) => (rule === undefined ? `${stage}: ${who}` : `${stage}: ${who} (${rule})`),
    askedAt: (name, at) => line`${name} asked, ${at}`,
    answeredAt: (name, at) => line`${name} answered, ${at}`,
    declinedBy: (name, at) => line`Declined by ${name}, ${at}`,
    rejectedBy: (name, at) => line`Rejected by ${name}, ${at}`,
    refusedForClient: line`We cannot go ahead with this request. Your account manager will be glad to tell you more.`,
    move: (move, { by, to = '', for: whose }, at) =>
      line`${by}${whose === undefined ? '' : ` (for ${whose})`} ${
        {
          approved: 'approved',
          rejected: 'rejected',
          opposed: 'is against it',
          'sent-back': to === '' ? 'sent it back' : `sent it back to ${to}`,
          resubmitted: 'sent it again',
          transferred: `transferred it to ${to}`,
          added: `asked ${to} as well`,
          escalated: `did not decide in time; escalated to ${to}`,
          'taken-over': `handed over to ${to}`,
          commented: 'commented',
        }[move]
      }, ${at}`,
    fates: {
      'not-needed': 'not needed',
      'by-rule': 'approved by rule',
      'already-approved': 'approved earlier',
    },
    rules: {
      any: 'any one of them',
      all: 'all of them',
      inOrder: 'one after another',
      atLeast: (n) => `at least ${n} of them`,
    },
    came: {
      fallback: 'nobody else was available',
      transferred: 'transferred',
      added: 'added',
      escalated: 'escalated',
      successor: 'successor',
    },
    since: (at, came) => (came === undefined ? line`since ${at}` : line`since ${at} (${came})`),
    changesTitle: 'What was revised',
    changed: (before = '(none)', after = '(none)') => line`${before} → ${after}`,
    nextReviser: (name) => line`${name}, to revise and send again`,
    through: (name, by) => `${by} for ${name}`,
    either: (one, other) => `${one} or ${other}`,
    toReviser: (name) => `${name}, to revise it`,
    toStage: (stage) => stage,
    places: { before: 'Before me', after: 'After me' },
    thens: { later: 'Decide later', approve: 'Approve' },
    requestSummary: (number, title, state) => `${number} ${q(title)}: ${state}`,
    approvalTitle: (title) => `Approval: ${title}`,
    approvalSummary: (requester, title, state) => `${requester} asks for approval of ${q(title)}: ${state}`,
    formRequest: (service) => service,
    formEdit: (number) => `Edit ${number}`,
    formAsk: (number) => `Ask about ${number}`,
    formAnswer: (number) => `Answer about ${number}`,
    formDecline: (number) => `Decline ${number}`,
    formTriage: (number) => `Triage ${number}`,
    formReject: (number) => `Reject ${number}`,
    formSendBack: (number) => `Send back ${number}`,
    formTransfer: (number) => `Transfer ${number}`,
    formAdd: (number) => `Add an approver to ${number}`,
    formComment: (number) => `Comment on ${number}`,
    formSeveral: 'Approve several',
    severalIntro: line`Choose for each line. Every one is decided on its own.`,
    andMore: (n) => line`${String(n)} more can be decided after these.`,
    formRevise: (number) => `Revise ${number} and send it again`,
    noClient: 'Internal, no client',
    catalogueTitle: 'What do you need?',
    catalogueIntro: line`Choose a service and tell us a little more.`,
    catalogueSummary: 'Choose a service to make a request.',
    noServices: line`No service is offered at present.`,
    conversationTitle: 'Shall I make a request of this?',
    conversationIntro: line`I did not recognize a command in your words. I can record them as a request, or show you what I can do.`,
    progressTitle: (template, period, project) =>
      project === undefined ? `${templates[template]} ${period}` : `${templates[template]} · ${project} · ${period}`,
    progressIntro: (template, name) =>
      line`Hello ${name}, ${{ weekly: 'how did the week go?', daily: 'how did the day go?', milestone: 'how did the milestone go?' }[template]}`,
    progressSummary: (template, week, project) => `Your ${ofProject({ template, week, project })} is asked for.`,
    progressSaid: (name, title, state) => `${name}, ${title}: ${state}`,
    plannedIn: (period) => `Proposed from your plan of ${period}; please change what turned out otherwise`,
    excusedUntil: (day) => line`On leave until ${day}. A report is welcome all the same.`,
    choiceTitle: 'Which report?',
    choiceOfWeek: 'Your reports of that week',
    historyTitle: (name, what) => `${name} · ${what}`,
    historyNone: line`There are no reports yet.`,
    healthTrend: 'Health',
    counted: (state, n) => `${state} ${n}`,
    healthOf: (period, counts) => `${period}: ${counts.length === 0 ? 'no reports' : counts.join(', ')}`,
    stateOf: (name, state) => `${name}: ${state}`,
    statesOf: (states) => states.join('; '),
    moreReports: (n) => line`and ${String(n)} more`,
    late: 'late',
    digestTitle: (department, week) => `Weekly progress · ${department} · ${week}`,
    digestSummary: (department, answered, asked) => `${department}: ${answered} of ${asked} weekly reports are in.`,
    digestCount: (answered, asked) => line`${String(answered)} of ${String(asked)} reports are in.`,
    absents: {
      missed: 'Missed',
      open: 'Still open',
      'on-leave': 'On leave',
      skipped: 'Skipped',
      'not-asked': 'Not asked',
    },
    marked: (name, mark) => `${name} (${mark})`,
    digestDraft: 'draft, not confirmed',
    digestNext: (name, by) => line`${name} to confirm and send, by ${by}`,
    doneBy: (name, at) => line`${name}, ${at}`,
    digestEdited: (name, at) => line`Edited by ${name}, ${at}`,
    digestAfter: (n) =>
      n === 1
        ? line`One answer came after this was written and is not in it.`
        : line`${String(n)} answers came after this was written and are not in it.`,
    digestFolded: line`Long parts are folded; you can read them in full.`,
    trendTitle: 'Health over time',
    trendSaid: (period, counts, change) =>
      change === undefined ? `${period}: ${counts}` : `${period}: ${counts}. Against the period before: ${change}`,
    trendSame: 'no change',
    formDigest: (number) => `Edit ${number}`,
    digestFormIntro: (name, period) =>
      line`The digest of ${q(name)} for ${period}. Saving keeps it as a draft; it goes out when you confirm it.`,
    digestKept: (parts) => line`Too long to be edited here, and kept as it is: ${parts}`,
    part: (label, n, of) => `${label} (${n}/${of})`,
    formClient: (number) => `${number} for the client`,
    clientReaders: (names, client) =>
      line`This goes to ${names} of ${client}, without what is blocked, risks and health.`,
    clientLeftOut: (lines) =>
      lines === 1
        ? line`One line names something internal and was left out.`
        : line`${String(lines)} lines name something internal and were left out.`,
    clientTitle: (name, period) => `Project progress · ${name} · ${period}`,
    clientSummary: (firm, name, period) => `${firm}: progress of ${q(name)}, ${period}.`,
    clientFrom: (name, firm, at) => line`${name}, ${firm}, ${at}`,
    concernTitle: (kind, title) => `${kind}: ${title}`,
    surveyTitle: (title) => `How did we do? ${title}`,
    surveyIntro: (title, firm) =>
      line`${q(title)} is finished. ${firm} would like to know how satisfied you are. It takes a minute.`,
    surveySummary: (title) => `Please tell us how satisfied you are with ${q(title)}.`,
    surveyThanks: line`Thank you for your feedback.`,
    surveyExpired: line`This survey is closed.`,
    surveyAnswered: (average) => line`Average ${average} of 5`,
    absenceTitle: (name) => `Absence: ${name}`,
    absenceSummary: (name, from, until) =>
      from === until ? `${name} is away on ${from}` : `${name} is away from ${from} to ${until}`,
    formAbsence: 'I will be away',
    onlyHint: 'Empty means everything; commas between several',
    onlyThese: (name, kinds) => `${name} (only ${kinds})`,
    helpTitle: 'How can I help?',
    helpIntro: (name, firm) =>
      line`Hello ${name}, I am the service desk of ${firm}. Use the buttons, or simply tell me:`,
    helpSummary: 'What I can do for you.',
    helpSay: [
      ['request …', 'asks for a service', 'all'],
      ['my', 'shows your requests and what is waiting for you', 'all'],
      ['status REQ-7', 'shows one record', 'all'],
      ['sla REQ-7', 'shows its clocks, line by line', 'all'],
      ['report', 'opens this week’s progress report', 'reports'],
      ['report last', 'shows your last report; “report PRJ-2” those of a project', 'reports'],
      ['away 2027-02-01..2027-02-05 @colleague', 'says you will be away, and who decides for you', 'staff'],
      ['back', 'ends or cancels your absence', 'staff'],
      ['offboard @colleague', 'somebody has left: hands over what waits for them', 'admin'],
      ['why me', 'why I sent you messages this week', 'all'],
      ['agenda', 'what will be asked and reminded in the next seven days', 'admin'],
      ['preview next week', 'what will be sent next week, to whom and when', 'admin'],
      ['repair', 'draws every open card again', 'admin'],
      ['help', 'shows this', 'all'],
    ],
    strangerTitle: 'Nice to meet you',
    strangerIntro: (firm) =>
      line`I am the service desk of ${firm}. I do not know you yet, so I have told the administrator. As soon as you are on the list I can help you.`,
    strangerSummary: 'Nice to meet you. The administrator knows that you are here.',
    myTitle: 'My list',
    mySummary: (waiting, mine) => `${waiting} waiting for you, ${mine} of your own.`,
    waitingForMe: 'Waiting for me',
    mine: 'Mine',
    nothingWaiting: line`Nothing is waiting for you.`,
    nothingMine: line`You have no open requests.`,
    unknownPeople: 'People I do not know yet',
    closedTitle: 'No longer with you',
    closed: line`Somebody else has this now. There is nothing left for you to do.`,
    movedTitle: 'Posted again',
    moved: line`This card could not be kept up to date much longer. There is a fresh one below.`,
    dayTitle: 'Your day',
    daySummary: (held, waiting) =>
      `${held === 1 ? '1 message' : `${held} messages`} came in your quiet hours, and ${waiting} ${waiting === 1 ? 'thing waits' : 'things wait'} for you.`,
    dayHeld: 'In your quiet hours',
    agendaTitle: 'The next seven days',
    agendaSummary: (n) => (n === 1 ? '1 thing will be sent.' : `${n} things will be sent.`),
    agendaIntro: (n) =>
      n === 0 ? line`Nothing is planned.` : line`${n === 1 ? '1 thing' : `${n} things`}, in each person’s own time.`,
    agendaPeople: (names, more) => (more === 0 ? names : `${names} and ${more} more`),
    agendaAway: (name) => `${name} (away, not asked)`,
    agendaSkipped: 'Not asked in the last seven days',
    previewTitle: (monday) => `Next week (from ${monday})`,
    previewNote: line`Reminders and overdue notices go only to those who have not answered by then. What changes until then counts.`,
    whyTitle: 'Why me',
    whySummary: (n) => (n === 1 ? 'I sent you 1 message this week.' : `I sent you ${n} messages this week.`),
    whyIntro: (n) =>
      line`Besides answers to what you did yourself, I sent you ${n === 1 ? '1 message' : `${n} messages`} this week. Here is why:`,
    whyNothing: line`Besides answering what you did yourself, I have not disturbed you this week.`,
    whyCard: 'A card',
    whyCardOf: (number) => `The card of ${number}`,
    whyHeld: 'waits until your quiet hours are over',
    whyByTime: (doing) => `It was time: ${doing}`,
    whyBy: (name, doing) => `${name}: ${doing}`,
    whyUnknown: 'the cause is no longer known',
    cancelledTitle: 'Closed',
    cancelled: line`Closed. Nothing was sent.`,
  },
};
