/** Everything that can be seen: each picture, in each state it has, and who looks at it. */
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import type { Firm, Person } from '../../src/domain/firm.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { giveBack, submit, take } from '../../src/domain/request.ts';
import { askForInfo, giveInfo } from '../../src/domain/request-info.ts';
import { triage } from '../../src/domain/request-triage.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { answerSurvey, expireSurvey, type Survey } from '../../src/domain/survey.ts';
import { ledgers } from './clocks.ts';
import type { PictureName } from '../../src/bot/intents/pictures.ts';
import { yes } from '../domain/decisions.ts';
import {
  ann,
  bob,
  by,
  firm,
  initech,
  li,
  max,
  research,
  review,
  stranger,
  sun,
  wang,
  xu,
  zhao,
} from '../domain/firm.ts';
import {
  inApproval,
  later,
  monday,
  refusedByApprover,
  requestIn,
  running,
  statuses,
  submitted,
} from '../domain/requests.ts';
import { grades, sending } from '../domain/surveys.ts';
import { absences } from './absences.ts';
import { approvals, atManagement } from './approvals.ts';
import { agendaRows, heldRows, morning, sentRows } from './ledger.ts';
import type { Beside } from './records.ts';
import { progressScenes, reportOfWang } from './progress-scenes.ts';
import { digestScenes } from './digest-scenes.ts';

export type Scene = {
  readonly picture: PictureName;
  readonly title: string;
  readonly of: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly records?: readonly AnyRecord[];
  readonly beside?: Beside;
  readonly now?: Date;
  readonly where?: Firm;
  readonly viewers?: readonly Viewer[];
};

export type Viewer = { readonly as: string; readonly person?: Person };

const requester: Viewer = { as: 'the requester, a contact of the client', person: ann };
const desk: Viewer = { as: 'the account manager, of the desk', person: wang };
const head: Viewer = { as: 'the head of the desk', person: li };
const room: Viewer = { as: 'the room of the desk' };
const manager: Viewer = { as: 'management', person: zhao };
const colleague: Viewer = { as: 'another contact of the client', person: bob };
const outsider: Viewer = { as: 'a contact of another client', person: max };
const elsewhere: Viewer = { as: 'staff of another department', person: xu };

export const viewers = [requester, desk, head, room, manager, colleague, elsewhere, outsider];

const survey: Survey = yes(sending(later(9000)));
const surveys = {
  sent: survey,
  answered: yes(answerSurvey(survey, by(ann), later(9100), grades, '沟通可以更及时')),
  expired: yes(expireSurvey(survey, later(30_000))),
};

const internal = (): Request =>
  yes(submit({ number: 'REQ-8', title: '数据评审', service: review, answers: {} }, wang, monday, firm));

const ourWaiting = yes(
  askForInfo(yes(take(internal(), by(xu), later(5), firm)), ...([by(xu), later(20), firm, '哪一批数据？'] as const)),
);

const secret = yes(
  submit(
    { number: 'REQ-99', title: 'Initech 秘密项目', service: research, client: initech, answers: {} },
    max,
    monday,
    firm,
  ),
);

/** Sent back, what a colleague asked for is revised by nobody else. */
const ownReturned = yes(giveBack(inApproval(submitted({ askedBy: xu })), li.id, xu.id));

const requests: readonly (readonly [title: string, Request, more?: Approval])[] = [
  ...statuses.map((status) =>
    status === 'in-approval'
      ? ([status, requestIn(status), running()] as const)
      : ([status, requestIn(status)] as const),
  ),
  ['in approval, at management', inApproval(), atManagement],
  ['asked about, answered', yes(giveInfo(requestIn('need-info'), by(ann), later(20), '只看华东'))],
  ['waiting, and it is our own', ourWaiting],
  [
    'urgent and handed over',
    yes(triage(requestIn('in-service'), by(li), later(12), firm, { priority: 'urgent', owner: li.id })),
  ],
  ['refused by an approver', refusedByApprover()],
  ['for nobody but ourselves', internal()],
  ['sent back to the colleague who asked', ownReturned],
];

const scene = (picture: PictureName, title: string, of: string, more: Partial<Scene> = {}): Scene => ({
  picture,
  title,
  of,
  ...more,
});

const forms: readonly PictureName[] = ['request-edit-form', 'ask-form', 'decline-form', 'triage-form'];
const approvalForms = ['reject-form', 'send-back-form', 'transfer-form', 'add-form', 'comment-form'] as const;
const everything = [
  ...requests.slice(0, 1).map(([, request]) => request),
  secret,
  internal(),
  running(),
  survey,
  reportOfWang,
];

const onlyFor = (...people: readonly Viewer[]): Pick<Scene, 'viewers'> => ({ viewers: people });

function lists(picture: 'my' | 'home'): readonly Scene[] {
  return [
    scene(picture, 'the list of a client’s contact', ann.id, { records: everything }),
    scene(picture, 'the list of the desk', wang.id, { records: everything }),
    scene(picture, 'the list of an approver', li.id, { records: everything }),
    scene(picture, 'an empty list', xu.id),
    scene(
      picture,
      'the list of the administrator, with a stranger',
      sun.id,
      onlyFor({ as: 'the administrator', person: sun }),
    ),
  ];
}

export const scenes: readonly Scene[] = [
  ...requests.map(([title, request, more]) =>
    scene('request', title, request.number, { records: [request, ...(more ? [more] : [])] }),
  ),
  scene('request', 'new and overdue', 'REQ-7', { records: [submitted()], now: later(600) }),
  scene('request', 'in service and overdue', 'REQ-7', { records: [requestIn('in-service')], now: later(40 * 1440) }),
  ...Object.entries(approvals).map(([title, { approval, request }]) =>
    scene('approval', title, 'APR-3', { records: [approval, request] }),
  ),
  ...approvalForms.flatMap((name) => [
    scene(name, 'at the first stage', 'APR-3', { records: [running(), inApproval()] }),
    scene(name, 'at the second stage', 'APR-3', { records: [atManagement, inApproval()] }),
  ]),
  scene('several-form', 'two wait', li.id, {
    ...onlyFor({ as: 'the approver of both', person: li }),
    records: [running(), { ...running(), number: 'APR-4', title: '海外仓选址' }],
  }),
  ...progressScenes,
  ...digestScenes,
  ...Object.entries(absences).map(([title, one]) => scene('absence', title, 'ABS-1', { records: [one] })),
  scene('absence-form', 'empty', li.id, onlyFor({ as: 'the colleague', person: li })),
  ...ledgers.map(({ title, of, records, now }) => scene('sla', title, of, { records, now })),
  ...Object.entries(surveys).map(([title, one]) => scene('survey', title, 'SUR-9', { records: [one] })),
  scene('survey-form', 'empty', 'SUR-9', { records: [survey] }),
  ...forms.map((name) => scene(name, 'new', 'REQ-7', { records: [submitted()] })),
  scene('request-edit-form', 'sent back', 'REQ-7', {
    records: [requestIn('returned')],
    ...onlyFor(desk),
  }),
  scene('triage-form', 'somebody has it', 'REQ-7', { records: [requestIn('in-service')] }),
  scene('answer-form', 'a question waits', 'REQ-7', { records: [requestIn('need-info')] }),
  scene('request-form', 'with a title', research.id, { input: { title: '新能源市场调研' } }),
  scene('request-form', 'of a service that asks nothing', review.id),
  scene('catalogue', 'without a title', 'services'),
  scene('catalogue', 'with a title', 'services', { input: { title: '新能源市场调研' } }),
  scene('conversation', 'words that are no command', ann.id, { input: { text: '你们能做 <市场> 调研吗？\n急' } }),
  scene('help', 'what I can do', ann.id),
  scene('cancelled', 'a closed form', 'REQ-7'),
  scene('stranger', 'a welcome', stranger.id, onlyFor({ as: 'a stranger', person: stranger })),
  scene('my-day', 'a night with three messages', `${li.id}/${morning.toISOString()}`, {
    ...{ records: everything, beside: { held: heldRows }, now: morning },
    ...onlyFor({ as: 'the colleague', person: li }),
  }),
  ...(['agenda', 'preview'] as const).flatMap((picture) => [
    scene(picture, 'a week', sun.id, {
      ...{ beside: { agenda: agendaRows }, records: [absences.planned] },
      ...onlyFor({ as: 'the administrator', person: sun }, { as: 'a colleague', person: wang }),
    }),
    scene(picture, 'nothing', sun.id, onlyFor({ as: 'the administrator', person: sun })),
  ]),
  scene('why', 'a week', wang.id, {
    records: [submitted()],
    beside: { sent: sentRows },
    ...onlyFor({ as: 'the colleague', person: wang }),
  }),
  scene('why', 'nothing', wang.id, onlyFor({ as: 'the colleague', person: wang })),
  ...lists('my'),
  ...lists('home'),
];
