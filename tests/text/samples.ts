/** One sample of everything that can be said. The compiler sees to it that nothing is missing. */
import type { AnyRefusal } from '../../src/domain/records.ts';
import type { PersonId } from '../../src/domain/firm.ts';
import type { Problem } from '../../src/domain/intake.ts';
import type { CardWords, Speech } from '../../src/bot/text/catalogue.ts';
import type { Notice } from '../../src/bot/text/notices.ts';

/** A blank is set in these brackets, so that the words around it can be judged alone. */
const blank = (what: string): string => `⟨${what}⟩`;

export const at = new Date('2026-11-27T08:00:00Z');
const by = 'wang' as PersonId;
const about = { number: 'REQ-7', title: blank('title') } as const;
const approval = { number: 'APR-3', title: blank('title') } as const;
const week = '2026-W48';

/** Names and moments as blanks. */
export const speech: Speech = {
  name: (person) => blank(person),
  names: (people) => blank(people.join('+')),
  moment: () => ({ moment: at, zone: 'Asia/Shanghai', style: 'date-time' }),
  date: () => ({ moment: at, zone: 'Asia/Shanghai', style: 'date' }),
};

type Of<U extends { readonly type: string }, T> = Extract<U, { readonly type: T }>;
type Samples<U extends { readonly type: string }> = { readonly [T in U['type']]: readonly [Of<U, T>, ...Of<U, T>[]] };

export const notices: Samples<Notice> = {
  'request.recorded': [{ type: 'request.recorded', responseDueAt: at, ...about }],
  'request.taken-by-you': [{ type: 'request.taken-by-you', ...about }],
  'request.taken': [{ type: 'request.taken', by, ...about }],
  'request.info-wanted': [{ type: 'request.info-wanted', by, question: blank('question'), ...about }],
  'request.info-asked': [{ type: 'request.info-asked', ...about }],
  'request.info-given': [{ type: 'request.info-given', by, answer: blank('answer'), ...about }],
  'request.info-sent': [{ type: 'request.info-sent', ...about }],
  'request.triaged': [{ type: 'request.triaged', ...about }],
  'request.handed-to-you': [{ type: 'request.handed-to-you', by, ...about }],
  'request.edited': [{ type: 'request.edited', ...about }],
  'request.declined': [{ type: 'request.declined', by, reason: blank('reason'), ...about }],
  'request.declined-by-you': [{ type: 'request.declined-by-you', ...about }],
  'request.approval-refused': [{ type: 'request.approval-refused', by, reason: blank('reason'), ...about }],
  'request.refused-for-client': [{ type: 'request.refused-for-client', ...about }],
  'request.withdrawn': [{ type: 'request.withdrawn', by, ...about }],
  'request.withdrawn-by-you': [{ type: 'request.withdrawn-by-you', ...about }],
  'request.service-began': [
    { type: 'request.service-began', ...about },
    { type: 'request.service-began', dueAt: at, ...about },
  ],
  'request.done': [{ type: 'request.done', by, ...about }],
  'request.done-by-you': [{ type: 'request.done-by-you', ...about }],
  'request.reopened': [{ type: 'request.reopened', by, ...about }],
  'request.reopened-by-you': [{ type: 'request.reopened-by-you', ...about }],
  'request.response-missed': [{ type: 'request.response-missed', ...about }],
  'request.nudged': [{ type: 'request.nudged', by, ...about }],
  'request.nudged-by-you': [{ type: 'request.nudged-by-you', people: [by], ...about }],
  'approval.you-approved': [{ type: 'approval.you-approved', ...approval }],
  'approval.you-rejected': [{ type: 'approval.you-rejected', ...approval }],
  'progress.reminder': [{ type: 'progress.reminder', week }],
  'progress.received': [{ type: 'progress.received', week }],
  'progress.skipped': [{ type: 'progress.skipped', week }],
  'progress.digest-ready': [
    { type: 'progress.digest-ready', week, answered: 3, asked: 3, missing: [] },
    { type: 'progress.digest-ready', week, answered: 2, asked: 3, missing: [by] },
  ],
  'survey.reminder': [{ type: 'survey.reminder', number: 'SUR-9', title: blank('title') }],
  'survey.thanks': [{ type: 'survey.thanks' }],
  'survey.answered': [{ type: 'survey.answered', average: 4.25, ...about }],
  'stranger.welcome': [{ type: 'stranger.welcome' }],
  'stranger.met': [
    { type: 'stranger.met', name: blank('name'), platform: blank('platform'), account: blank('account') },
  ],
  'answer.sent-direct': [{ type: 'answer.sent-direct' }],
  'form.closed': [{ type: 'form.closed' }],
  'word.not-yet': [{ type: 'word.not-yet', word: blank('word') }],
};

const verdict = { stage: 0, by, decidedAt: at } as const;

export const refusals: Samples<AnyRefusal> = {
  'wish.unknown': [{ type: 'wish.unknown' }],
  'wish.unreadable': [{ type: 'wish.unreadable' }],
  'wish.not-for-you': [{ type: 'wish.not-for-you' }],
  'record.not-found': [{ type: 'record.not-found', number: blank('number') }],
  'record.not-yours-to-see': [{ type: 'record.not-yours-to-see' }],
  'service.not-found': [{ type: 'service.not-found' }],
  'request.not-found': [{ type: 'request.not-found' }],
  'request.not-yours-to-see': [{ type: 'request.not-yours-to-see' }],
  'request.only-its-desk': [{ type: 'request.only-its-desk' }],
  'request.only-its-requester': [{ type: 'request.only-its-requester' }],
  'request.not-now': [
    { type: 'request.not-now', status: 'done' },
    { type: 'request.not-now', status: 'in-service', holder: by },
    { type: 'request.not-now', status: 'withdrawn' },
    { type: 'request.not-now', status: 'need-info' },
  ],
  'request.reason-missing': [{ type: 'request.reason-missing', field: 'reason' }],
  'request.words-missing': [{ type: 'request.words-missing', field: 'question' }],
  'request.nothing-due': [{ type: 'request.nothing-due' }],
  'approval.not-found': [{ type: 'approval.not-found' }],
  'approval.not-yours-to-see': [{ type: 'approval.not-yours-to-see' }],
  'approval.your-own': [{ type: 'approval.your-own' }],
  'approval.not-your-turn': [{ type: 'approval.not-your-turn', turnOf: [by] }],
  'approval.already-decided': [
    { type: 'approval.already-decided', by, decidedAt: at, verdict: { ...verdict, verdict: 'approved' } },
    { type: 'approval.already-decided', by, decidedAt: at, verdict: { ...verdict, verdict: 'rejected' } },
  ],
  'approval.withdrawn': [{ type: 'approval.withdrawn' }],
  'approval.reason-missing': [{ type: 'approval.reason-missing', field: 'reason' }],
  'approval.nobody-can': [
    { type: 'approval.nobody-can' },
    { type: 'approval.nobody-can', stage: { 'zh-CN': blank('stage'), 'en-US': blank('stage') } },
  ],
  'progress.not-found': [{ type: 'progress.not-found' }],
  'progress.not-yours': [{ type: 'progress.not-yours' }],
  'progress.not-asked-of-you': [{ type: 'progress.not-asked-of-you' }],
  'progress.words-missing': [{ type: 'progress.words-missing', field: 'done' }],
  'progress.already': [{ type: 'progress.already', status: 'skipped' }],
  'progress.nothing-due': [{ type: 'progress.nothing-due' }],
  'survey.not-found': [{ type: 'survey.not-found' }],
  'survey.not-yours': [{ type: 'survey.not-yours' }],
  'survey.already-answered': [{ type: 'survey.already-answered', answeredAt: at }],
  'survey.expired': [{ type: 'survey.expired' }],
  'survey.score-missing': [{ type: 'survey.score-missing', field: 'quality' }],
  'survey.nothing-due': [{ type: 'survey.nothing-due' }],
};

export const problems: { readonly [W in Problem['why']]: Problem & { readonly why: W } } = {
  missing: { why: 'missing' },
  'not-a-number': { why: 'not-a-number' },
  'not-a-date': { why: 'not-a-date' },
  'not-an-option': { why: 'not-an-option' },
  'too-small': { why: 'too-small', least: 0 },
  'too-large': { why: 'too-large', most: 10 },
  'too-long': { why: 'too-long', most: 200 },
};

type Templates = {
  readonly [K in keyof CardWords as CardWords[K] extends (...blanks: never[]) => unknown
    ? K
    : never]: CardWords[K] extends (...blanks: infer B) => unknown ? B : never;
};

const moment = speech.moment(at);

/** The blanks of every template on a card. */
export const templates: Templates = {
  nextDesk: [blank('desk'), moment],
  nextRequester: [blank('name')],
  nextApprovers: [blank('names')],
  nextOwner: [blank('name'), moment],
  askedAt: [blank('name'), moment],
  answeredAt: [blank('name'), moment],
  declinedBy: [blank('name'), moment],
  verdict: [blank('name'), 'approved', moment],
  requestSummary: ['REQ-7', blank('title'), blank('state')],
  approvalTitle: [blank('title')],
  approvalSummary: [blank('name'), blank('title'), blank('state')],
  formRequest: [blank('service')],
  formEdit: ['REQ-7'],
  formAsk: ['REQ-7'],
  formAnswer: ['REQ-7'],
  formDecline: ['REQ-7'],
  formTriage: ['REQ-7'],
  formReject: ['APR-3'],
  progressTitle: [week],
  progressIntro: [blank('name')],
  progressSummary: [week],
  progressSaid: [blank('name'), week, blank('state')],
  digestTitle: [blank('department'), week],
  digestSummary: [blank('department'), 2, 3],
  digestCount: [2, 3],
  digestMissing: [blank('names')],
  digestSkipped: [blank('names')],
  surveyTitle: [blank('title')],
  surveyIntro: [blank('title'), blank('firm')],
  surveySummary: [blank('title')],
  surveyAnswered: ['4.3'],
  helpIntro: [blank('name'), blank('firm')],
  strangerIntro: [blank('firm')],
  mySummary: [1, 2],
};
