/** One sample of everything that can be said. The compiler sees to it that nothing is missing. */

import { at, blank } from './blanks.ts';
import { digestNotices } from './digest-samples.ts';
import type { Speech } from '../../src/bot/text/catalogue.ts';
import type { Notice } from '../../src/bot/text/notices.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Problem } from '../../src/domain/intake.ts';

export { at, blank };
const by = 'wang' as PersonId;
const about = { number: 'REQ-7', title: blank('title') } as const;
const approval = { number: 'APR-3', title: blank('title') } as const;
export const week = '2026-W48';
const stage = { 'zh-CN': blank('stage'), 'en-US': blank('stage') } as const;

/** Names and moments as blanks. */
export const speech: Speech = {
  name: (person) => blank(person),
  names: (people) => blank(people.join('+')),
  of: (word) => word['zh-CN'],
  list: (all) => blank(all.join('+')),
  moment: () => ({ moment: at, zone: 'Asia/Shanghai', style: 'date-time' }),
  date: () => ({ moment: at, zone: 'Asia/Shanghai', style: 'date' }),
  why: () => [blank('why')],
};

type Of<U extends { readonly type: string }, T> = Extract<U, { readonly type: T }>;
export type Samples<U extends { readonly type: string }> = {
  readonly [T in U['type']]: readonly [Of<U, T>, ...Of<U, T>[]];
};

const days = { from: blank('from'), until: blank('until') };

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
  'request.resumed': [{ type: 'request.resumed', by, ...about }],
  'request.resumed-by-you': [{ type: 'request.resumed-by-you', ...about }],
  'sla.marks': [
    ...([50, 80, 100] as const).flatMap((percent) =>
      (['response', 'resolution'] as const).map(
        (clock) => ({ type: 'sla.marks', marks: [{ ...about, clock, percent, dueAt: at }], more: 0 }) satisfies Notice,
      ),
    ),
    {
      type: 'sla.marks',
      marks: [
        { ...about, clock: 'response', percent: 100, dueAt: at },
        { ...about, clock: 'resolution', percent: 50, dueAt: at },
      ],
      more: 3,
    },
  ] as unknown as Samples<Notice>['sla.marks'],
  'request.nudged': [{ type: 'request.nudged', by, ...about }],
  'request.nudged-by-you': [
    { type: 'request.nudged-by-you', people: [by], ...about },
    { type: 'request.nudged-by-you', people: [], ...about },
  ],
  'request.resubmitted-by-you': [{ type: 'request.resubmitted-by-you', ...about }],
  'approval.you-approved': [{ type: 'approval.you-approved', ...approval }],
  'approval.several-done': [
    { type: 'approval.several-done', approved: 2, refused: 0 },
    { type: 'approval.several-done', approved: 1, refused: 1 },
  ],
  'approval.several': [
    { type: 'approval.several', results: [approval, { ...approval, refusal: { type: 'approval.withdrawn' } }] },
    { type: 'approval.several', results: [{ number: 'APR-3', refusal: { type: 'approval.not-found' } }] },
  ],
  'approval.you-rejected': [{ type: 'approval.you-rejected', ...approval }],
  'approval.you-opposed': [{ type: 'approval.you-opposed', ...approval }],
  'approval.you-sent-back': [{ type: 'approval.you-sent-back', ...approval }],
  'approval.you-transferred': [{ type: 'approval.you-transferred', people: [by], ...approval }],
  'approval.you-added': [{ type: 'approval.you-added', people: [by], ...approval }],
  'approval.you-commented': [{ type: 'approval.you-commented', ...approval }],
  'approval.sent-back': [{ type: 'approval.sent-back', by, reason: blank('reason'), ...about }],
  'approval.sent-back-to-stage': [{ type: 'approval.sent-back-to-stage', by, reason: blank('reason'), ...approval }],
  'approval.asked-again': [{ type: 'approval.asked-again', by, ...approval }],
  'approval.handed-to-you': [{ type: 'approval.handed-to-you', by, ...approval }],
  'approval.you-were-added': [{ type: 'approval.you-were-added', by, ...approval }],
  'approval.comment': [{ type: 'approval.comment', by, comment: blank('comment'), ...approval }],
  'approval.reminder': [{ type: 'approval.reminder', ...approval }],
  'approval.escalated': [{ type: 'approval.escalated', from: by, ...approval }],
  'approval.your-turn': [{ type: 'approval.your-turn', stage, ...approval }],
  'approval.escalated-away': [{ type: 'approval.escalated-away', to: by, ...approval }],
  'approval.passed-by-rule': [{ type: 'approval.passed-by-rule', stage, ...about }],
  'approval.stage-passed': [{ type: 'approval.stage-passed', stage, ...approval }],
  'approval.approved': [{ type: 'approval.approved', ...approval }],
  'approval.stand-in': [{ type: 'approval.stand-in', for: by, ...approval }],
  'absence.planned': [
    { type: 'absence.planned', ...days },
    { type: 'absence.planned', ...days, delegate: by },
    { type: 'absence.planned', ...days, delegate: by, kinds: [stage] },
  ],
  'absence.ended': [{ type: 'absence.ended' }],
  'absence.cancelled': [{ type: 'absence.cancelled' }],
  'absence.called-off': [{ type: 'absence.called-off', person: by }],
  'absence.named': [
    { type: 'absence.named', person: by, ...days },
    { type: 'absence.named', person: by, ...days, kinds: [stage] },
  ],
  'person.left': [{ type: 'person.left', person: by, items: [about, approval] }],
  'person.left-one-chat': [{ type: 'person.left-one-chat', person: by }],
  'person.left-done': [
    { type: 'person.left-done', person: by, heirs: [], count: 0 },
    { type: 'person.left-done', person: by, heirs: [by], count: 1 },
    { type: 'person.left-done', person: by, heirs: [by], count: 2 },
  ],
  'calendar.year-missing': [
    { type: 'calendar.year-missing', year: 2027, calendars: [blank('calendar')] },
    { type: 'calendar.year-missing', year: 2027, calendars: [blank('calendar'), blank('other')] },
  ],
  'cards.renewing': [{ type: 'cards.renewing' }],
  'absence.over': [{ type: 'absence.over', person: by }],
  'progress.reminder': [
    { type: 'progress.reminder', week },
    { type: 'progress.reminder', week, template: 'weekly', project: blank('project') },
    { type: 'progress.reminder', week: '2026-11-25', template: 'daily', project: blank('project') },
    { type: 'progress.reminder', week: stage, template: 'milestone', project: blank('project') },
  ],
  'progress.received': [{ type: 'progress.received', week, template: 'weekly' }],
  'progress.skipped': [{ type: 'progress.skipped', week, template: 'weekly' }],
  'progress.missed-by': [{ type: 'progress.missed-by', week, template: 'weekly', people: [by] }],
  'progress.digest-ready': [{ type: 'progress.digest-ready', week, answered: 2, asked: 3 }],
  ...digestNotices,
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

export const problems: { readonly [W in Problem['why']]: Problem & { readonly why: W } } = {
  missing: { why: 'missing' },
  'not-a-number': { why: 'not-a-number' },
  'not-a-date': { why: 'not-a-date' },
  'not-an-option': { why: 'not-an-option' },
  'not-a-colleague': { why: 'not-a-colleague' },
  'too-small': { why: 'too-small', least: 0 },
  'too-large': { why: 'too-large', most: 10 },
  'too-long': { why: 'too-long', most: 200 },
};
