/** The blanks of every template on a card. The compiler sees to it that nothing is missing. */
import type { CardWords } from '../../src/bot/text/card-words.ts';
import type { SaidEntry, SlaWords } from '../../src/bot/text/sla-words.ts';
import { at, blank, speech, week } from './samples.ts';

type FillableOf<W> = {
  readonly [K in keyof W as W[K] extends (...blanks: never[]) => unknown ? K : never]: W[K] extends (
    ...blanks: infer B
  ) => unknown
    ? B
    : never;
};
type Fillable = FillableOf<CardWords> & FillableOf<SlaWords>;
type Templates = { readonly [K in keyof Fillable]: readonly [Fillable[K], ...Fillable[K][]] } & {
  readonly atLeast: readonly [Parameters<CardWords['rules']['atLeast']>];
};

const moment = speech.moment(at);
const [somebody, another, third] = [blank('by'), blank('to'), blank('for')];

/** Once, or once for each thing it can say. */
export const templates: Templates = {
  daySummary: [
    [1, 0],
    [3, 1],
    [2, 5],
  ],
  agendaSummary: [[0], [1], [12]],
  agendaIntro: [[0], [1], [12]],
  agendaPeople: [
    [blank('names'), 0],
    [blank('names'), 4],
  ],
  agendaAway: [[blank('name')]],
  previewTitle: [[blank('monday')]],
  whySummary: [[1], [4]],
  whyIntro: [[1], [4]],
  whyCardOf: [[blank('number')]],
  whyByTime: [[blank('doing')]],
  whyBy: [[blank('name'), blank('doing')]],
  nextDesk: [[blank('desk'), moment]],
  nextRequester: [[blank('name')]],
  nextApprovers: [[blank('names')]],
  nextOwner: [
    [blank('name'), moment],
    [blank('name'), undefined],
  ],
  nextReviser: [[blank('name')]],
  stage: [
    [blank('stage'), blank('names'), undefined],
    [blank('stage'), blank('names'), blank('rule')],
  ],
  absenceTitle: [[blank('name')]],
  absenceSummary: [
    [blank('name'), blank('from'), blank('until')],
    [blank('name'), blank('from'), blank('from')],
  ],
  askedAt: [[blank('name'), moment]],
  answeredAt: [[blank('name'), moment]],
  rejectedBy: [[blank('name'), moment]],
  declinedBy: [[blank('name'), moment]],
  move: [
    ['approved', { by: somebody }, moment],
    ['approved', { by: somebody, for: third }, moment],
    ['rejected', { by: somebody }, moment],
    ['sent-back', { by: somebody }, moment],
    ['sent-back', { by: somebody, to: another }, moment],
    ['resubmitted', { by: somebody }, moment],
    ['transferred', { by: somebody, to: another }, moment],
    ['transferred', { by: somebody, to: another, for: third }, moment],
    ['added', { by: somebody, to: another }, moment],
    ['escalated', { by: somebody, to: another }, moment],
    ['taken-over', { by: somebody, to: another }, moment],
    ['commented', { by: somebody }, moment],
  ],
  since: [
    [moment, undefined],
    [moment, blank('came')],
  ],
  changed: [
    [blank('before'), blank('after')],
    [undefined, blank('after')],
    [blank('before'), undefined],
  ],
  atLeast: [[2]],
  nextAnswer: [[blank('name')]],
  weighed: [[blank('priority'), blank('impact'), blank('urgency')]],
  approvalOf: [[blank('stage'), blank('name')]],
  duration: [
    [0, 5],
    [2, 0],
    [2, 15],
  ],
  slaSummary: [
    ['REQ-7', blank('title'), [[blank('clock'), blank('state')]]],
    ['REQ-7', blank('title'), []],
  ],
  entry: [
    ...(['started', 'resumed', 'continued', 'met', 'cancelled'] as const).map((type): [SaidEntry] => [
      { type, at: moment, by: somebody },
    ]),
    [{ type: 'started', at: moment }],
    [{ type: 'paused', at: moment, by: somebody, cause: 'need-info' }],
    [{ type: 'paused', at: moment, by: somebody, cause: 'waiting-for-client' }],
    [{ type: 'retargeted', at: moment, by: somebody, target: blank('target'), why: blank('why') }],
    [{ type: 'retargeted', at: moment, target: blank('target') }],
  ] as unknown as Templates['entry'],
  worked: [[moment, moment, blank('counted')]],
  off: [
    [blank('name'), blank('days')],
    [undefined, blank('days')],
  ],
  madeUp: [
    [blank('name'), blank('days'), blank('counted')],
    [undefined, blank('days'), blank('counted')],
  ],
  short: [
    [blank('name'), blank('days'), blank('counted')],
    [undefined, blank('days'), blank('counted')],
  ],
  stood: [
    [moment, moment],
    [moment, undefined],
  ],
  linesLeftOut: [[3]],
  clocksLeftOut: [[3]],
  countedIn: [[blank('zone')]],
  yearUnknown: [['2027']],
  asOf: [[moment]],
  pausedSince: [
    [moment, 'need-info'],
    [moment, 'waiting-for-client'],
  ],
  toReviser: [[blank('name')]],
  toStage: [[blank('stage')]],
  requestSummary: [['REQ-7', blank('title'), blank('state')]],
  approvalTitle: [[blank('title')]],
  approvalSummary: [[blank('name'), blank('title'), blank('state')]],
  formRequest: [[blank('service')]],
  formEdit: [['REQ-7']],
  formAsk: [['REQ-7']],
  formAnswer: [['REQ-7']],
  formDecline: [['REQ-7']],
  formTriage: [['REQ-7']],
  formReject: [['APR-3']],
  formSendBack: [['APR-3']],
  formTransfer: [['APR-3']],
  formAdd: [['APR-3']],
  formComment: [['APR-3']],
  formRevise: [['REQ-7']],
  progressTitle: [
    ['weekly', week],
    ['daily', week, blank('project')],
  ],
  progressIntro: [
    ['weekly', blank('name')],
    ['daily', blank('name')],
    ['milestone', blank('name')],
  ],
  progressSummary: [
    ['weekly', week],
    ['milestone', week, blank('project')],
  ],
  progressSaid: [[blank('name'), blank('title'), blank('state')]],
  plannedIn: [[week]],
  excusedUntil: [[week]],
  historyTitle: [[blank('name'), blank('what')]],
  counted: [[blank('state'), 2]],
  healthOf: [
    [week, []],
    [week, [blank('one'), blank('other')]],
  ],
  stateOf: [[blank('name'), blank('state')]],
  statesOf: [[[blank('one'), blank('other')]]],
  moreReports: [[3]],
  digestTitle: [[blank('department'), week]],
  digestSummary: [[blank('department'), 2, 3]],
  digestCount: [[2, 3]],
  marked: [[blank('name'), blank('mark')]],
  digestNext: [[blank('name'), moment]],
  doneBy: [[blank('name'), moment]],
  digestEdited: [[blank('name'), moment]],
  digestAfter: [[1], [3]],
  trendSaid: [
    [week, blank('counts'), undefined],
    [week, blank('counts'), blank('change')],
  ],
  formDigest: [['DIG-2']],
  digestFormIntro: [[blank('cycle'), week]],
  digestKept: [[blank('parts')]],
  part: [[blank('label'), 1, 2]],
  formClient: [['DIG-2']],
  clientReaders: [[blank('names'), blank('client')]],
  clientLeftOut: [[1], [2]],
  clientTitle: [[blank('project'), week]],
  clientSummary: [[blank('firm'), blank('project'), week]],
  clientFrom: [[blank('name'), blank('firm'), moment]],
  concernTitle: [[blank('kind'), blank('title')]],
  surveyTitle: [[blank('title')]],
  surveyIntro: [[blank('title'), blank('firm')]],
  surveySummary: [[blank('title')]],
  surveyAnswered: [['4.3']],
  helpIntro: [[blank('name'), blank('firm')]],
  strangerIntro: [[blank('firm')]],
  mySummary: [[1, 2]],
  andMore: [[3]],
  through: [[blank('name'), blank('by')]],
  either: [[blank('one'), blank('other')]],
  onlyThese: [[blank('name'), blank('kinds')]],
};
