/** When this has happened, these people notice: the whole policy, as a table. */
import { describe, expect, test } from 'vitest';
import { reactionsTo } from '../../src/bot/reactions/index.ts';
import { firm } from '../domain/firm.ts';
import { approvalEvents } from './approval-events.ts';
import { approvals } from './approval-policy.ts';
import { progressEvents, requestEvents, surveyEvents } from './events.ts';
import { type Happened, now } from './happened.ts';
import { policyOf } from './policy.ts';

const request = 'request REQ-7';

/** Half, four fifths and all of ten working days, from noon. */
const begun = ['2026-11-30T04:00Z', '2026-12-03T04:00Z', '2026-12-07T04:00Z'].map((at) => `later sla.mark ${at}`);
/** Taken at ten past ten, asked at eleven, answered at noon: an hour stood still. */
const goesOn = ['2026-11-30T03:10Z', '2026-12-03T03:10Z', '2026-12-07T03:10Z'].map((at) => `later sla.mark ${at}`);
/** Marked done and reopened at moments of which these tests think nothing: it goes on from where it stood. */
const reopened = ['2026-11-30T02:10Z', '2026-12-03T02:10Z', '2026-12-07T02:10Z'].map((at) => `later sla.mark ${at}`);

type Policy = Readonly<Record<string, readonly string[]>>;

const requests: Policy = {
  'a client asks: request.submitted': [
    `show ann ${request}`,
    `show desk strategy ${request}`,
    // Asked at noon: the half hour begins after the break.
    'later sla.mark 2026-11-23T05:45Z',
    'later sla.mark 2026-11-23T05:54Z',
    'later sla.mark 2026-11-23T06:00Z',
  ],
  'the desk takes it: request.taken': [`refresh ${request}`, `show wang ${request}`, 'tell ann request.taken'],
  'the desk takes it: request.service-began': [`refresh ${request}`, ...begun],
  'the desk takes it, and it must be approved: request.taken': [
    `refresh ${request}`,
    `show wang ${request}`,
    'tell ann request.taken',
  ],
  'a colleague takes what he asked for himself: request.taken': [`refresh ${request}`, `show wang ${request}`],
  'a colleague takes what he asked for himself: request.service-began': [`refresh ${request}`, ...begun],
  'the desk asks: request.info-asked': [`refresh ${request}`, `show ann ${request}`, 'tell ann request.info-wanted'],
  'the client answers: request.info-given': [`refresh ${request}`, 'tell wang request.info-given'],
  'the desk asks while it works: request.info-asked': [
    `refresh ${request}`,
    `show ann ${request}`,
    'tell ann request.info-wanted',
  ],
  'the client answers while it is worked on: request.info-given': [
    `refresh ${request}`,
    'tell wang request.info-given',
    ...goesOn,
  ],
  'the desk goes on by itself: request.resumed': [
    `refresh ${request}`,
    'tell ann request.resumed',
    'tell wang request.resumed',
    ...goesOn,
  ],
  'the desk declines: request.declined': [`refresh ${request}`, 'tell ann request.declined'],
  // Urgent from now on, and noon is past all of it.
  'the desk sorts what nobody has: request.triaged': [
    `refresh ${request}`,
    ...[50, 80, 100].map(() => 'later sla.mark 2026-11-23T04:00Z'),
  ],
  'the head hands it over: request.triaged': [
    `refresh ${request}`,
    `show li ${request}`,
    'tell li request.handed-to-you',
  ],
  'the head takes it over: request.triaged': [`refresh ${request}`, `show li ${request}`],
  'the client changes it: request.edited': [`refresh ${request}`],
  'the client takes it back: request.withdrawn': [`refresh ${request}`, 'tell wang request.withdrawn'],
  'it is approved: request.service-began': [
    `refresh ${request}`,
    'tell ann request.service-began',
    'tell wang request.service-began',
    ...begun,
  ],
  // Whoever is to revise it is told by its approval.
  'an approver sends it back: request.returned': [`refresh ${request}`],
  'it is revised and sent again: request.resubmitted': [`refresh ${request}`],
  'an approver rejects it: request.approval-refused': [
    `refresh ${request}`,
    'tell ann request.refused-for-client',
    'tell desk strategy request.approval-refused',
  ],
  'an approver rejects what a colleague asked for: request.approval-refused': [
    `refresh ${request}`,
    'tell wang request.approval-refused',
    'tell desk strategy request.approval-refused',
  ],
  // Three working days of eight hours, in days of seven and a half.
  'the desk is done: request.done': [
    `refresh ${request}`,
    `show ann ${request}`,
    'tell ann request.done',
    'later request.close 2026-11-26T07:00Z',
  ],
  'the client reopens it: request.reopened': [`refresh ${request}`, 'tell wang request.reopened', ...reopened],
  'the owner reopens it: request.reopened': [`refresh ${request}`, 'tell ann request.reopened', ...reopened],
  'it closes by itself: request.closed': [`refresh ${request}`],
  // Who hears of it is told of all requests of the desk at once, by the command.
  'half of the time to answer is over: request.sla-reached': [],
  'nobody has answered in time: request.sla-reached': [`refresh ${request}`],
  'nobody has answered in time: request.response-missed': [],
};

const report = 'progress REP-1';
const digest = ['refresh digest digital/2026-W48', 'refresh progress-digest digital/2026-W48'];
// Two working hours after the asking, and Monday 10:00, both in New York.
const owed = ['later progress.remind 2026-11-23T16:00Z', 'later progress.miss 2026-11-30T15:00Z'];

const progress: Policy = {
  'somebody opens it before being asked: progress.opened': [],
  'it is asked for: progress.asked': [`show xu ${report}`, ...owed],
  'it is asked for although it was opened: progress.asked': [`show xu ${report}`, ...owed],
  'it is reminded of: progress.reminded': ['tell xu progress.reminder'],
  'it comes in: progress.submitted': [`refresh ${report}`, ...digest],
  'it is skipped: progress.skipped': [`refresh ${report}`, ...digest],
  'it is missed: progress.missed': [`refresh ${report}`, ...digest],
  'whoever is asked is away: progress.excused': [`refresh ${report}`, ...digest],
  'the head’s own comes in: progress.submitted': [`refresh ${report}`, ...digest],
};

const survey = 'survey SUR-9';

const surveys: Policy = {
  'it is sent: survey.sent': [
    `show ann ${survey}`,
    'later survey.remind 2026-11-25T04:00Z',
    'later survey.expire 2026-12-07T04:00Z',
  ],
  'it is reminded of: survey.reminded': ['tell ann survey.reminder'],
  'it is answered: survey.answered': [
    `refresh ${survey}`,
    'tell li survey.answered',
    `show li ${survey}`,
    'tell wang survey.answered',
    `show wang ${survey}`,
  ],
  'it expires: survey.expired': [`refresh ${survey}`],
};

describe.each([
  ['a request', requests, requestEvents],
  ['an approval', approvals, approvalEvents],
  ['a weekly report', progress, progressEvents],
  ['a survey', surveys, surveyEvents],
] as const)('of %s', (_subject: string, policy: Policy, events: readonly Happened[]) => {
  test.each(Object.keys(policy))('%s', (what) => {
    const found = events.filter(({ title, event }) => `${title}: ${event.type}` === what);
    expect(found).toHaveLength(1);
    for (const { state, event } of found) expect(policyOf(reactionsTo(state, event, now, firm))).toEqual(policy[what]);
  });

  test('nothing else happens', () => {
    expect(events.map(({ title, event }) => `${title}: ${event.type}`)).toEqual(Object.keys(policy));
  });
});

test('an answer makes no digest appear: it only fills up where one stands', () => {
  for (const { state, event } of progressEvents.filter((one) => one.event.type === 'progress.submitted')) {
    expect(policyOf(reactionsTo(state, event, now, firm)).filter((one) => !one.startsWith('refresh'))).toEqual([]);
  }
});
