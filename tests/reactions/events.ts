/** Everything that can happen to every record, made by the rules themselves. */
import {
  askAgain,
  askForProgress,
  missProgress,
  openProgress,
  remind,
  skipProgress,
  submitProgress,
} from '../../src/domain/progress.ts';
import {
  beginService,
  close,
  decline,
  edit,
  giveBack,
  markDone,
  refuseService,
  reopen,
  sendAgain,
  submit,
  take,
  withdraw,
} from '../../src/domain/request.ts';
import { askForInfo, giveInfo, resume } from '../../src/domain/request-info.ts';
import { markReached } from '../../src/domain/request-marks.ts';
import { triage } from '../../src/domain/request-triage.ts';
import { answerSurvey, expireSurvey, remindSurvey } from '../../src/domain/survey.ts';
import { ann, by, chen, firm, globex, li, research, wang, xu } from '../domain/firm.ts';
import { yes } from '../domain/decisions.ts';
import { inApproval, inService, later, requestIn, submitted } from '../domain/requests.ts';
import { at, leaveOf, reportOf, subject } from '../domain/reports.ts';
import { grades, sending } from '../domain/surveys.ts';
import { approvalEvents } from './approval-events.ts';
import { concernEvents, digestEvents } from './digest-events.ts';
import { after, type Happened, now } from './happened.ts';

const forGlobex = { number: 'REQ-7', title: '新能源市场调研', service: research, client: globex, answers: {} } as const;
const ownRequest = submitted({ askedBy: wang });

export const requestEvents: readonly Happened[] = [
  ...after('a client asks', submit(forGlobex, ann, now, firm), ann),
  ...after('the desk takes it', take(submitted(), by(wang), now, firm), wang),
  ...after('the desk takes it, and it must be approved', take(submitted(), by(wang), now, firm, 'APR-3'), wang),
  ...after('a colleague takes what he asked for himself', take(ownRequest, by(wang), now, firm), wang),
  ...after('the desk asks', askForInfo(submitted(), by(wang), now, firm, '范围？'), wang),
  ...after('the client answers', giveInfo(requestIn('need-info'), by(ann), now, '华东'), ann),
  ...after('the desk asks while it works', askForInfo(inService(), by(wang), now, firm, '范围？'), wang),
  ...after('the client answers while it is worked on', giveInfo(requestIn('waiting'), by(ann), now, '华东'), ann),
  ...after('the desk goes on by itself', resume(requestIn('waiting'), by(li), now, firm), li),
  ...after('the desk declines', decline(submitted(), by(wang), now, firm, '排期已满'), wang),
  ...after(
    'the desk sorts what nobody has',
    triage(submitted(), by(wang), later(2), firm, { priority: 'urgent' }),
    wang,
  ),
  ...after(
    'the head hands it over',
    triage(inService(), by(wang), now, firm, { priority: 'high', owner: li.id }),
    wang,
  ),
  ...after('the head takes it over', triage(inService(), by(li), now, firm, { priority: 'high', owner: li.id }), li),
  ...after('the client changes it', edit(submitted(), by(ann), '新标题', {}), ann),
  ...after('the client takes it back', withdraw(inService(), by(ann), now, firm), ann),
  ...after('it is approved', beginService(inApproval(), li.id, now, firm), li),
  ...after('an approver sends it back', giveBack(inApproval(), li.id, wang.id), li),
  ...after('it is revised and sent again', sendAgain(requestIn('returned'), by(wang), '新标题', {}), wang),
  ...after('an approver rejects it', refuseService(inApproval(), li.id, '利润率太低', now), li),
  ...after(
    'an approver rejects what a colleague asked for',
    refuseService(inApproval(ownRequest), li.id, '利润率太低', now),
    li,
  ),
  ...after('the desk is done', markDone(inService(), by(wang), now, firm), wang),
  ...after('the client reopens it', reopen(requestIn('done'), by(ann), now, firm), ann),
  ...after('the owner reopens it', reopen(requestIn('done'), by(wang), now, firm), wang),
  ...after('it closes by itself', close(requestIn('done'), now)),
  ...after('half of the time to answer is over', markReached(submitted(), later(15), firm)),
  ...after('nobody has answered in time', markReached(submitted(), now, firm)),
];

const report = reportOf(xu, now);
const said = { done: '完成', health: 'on-track' } as const;

export const progressEvents: readonly Happened[] = [
  ...after('somebody opens it before being asked', openProgress('REP-1', subject(xu), at(now)), xu),
  ...after('it is asked for', askForProgress('REP-1', subject(xu), at(now))),
  ...after('it is asked for although it was opened', askAgain(report, subject(xu), at(now))),
  ...after('it is reminded of', remind(report, at(now))),
  ...after('it comes in', submitProgress(report, by(xu), at(now), said), xu),
  ...after('it is skipped', skipProgress(report, by(xu), now), xu),
  ...after('it is missed', missProgress(report, at(now))),
  ...after('whoever is asked is away', askForProgress('REP-1', subject(xu), { ...at(now), leave: leaveOf(xu) })),
  ...after('the head’s own comes in', submitProgress({ ...report, person: chen.id }, by(chen), at(now), said), chen),
];

const sent = sending(now, li);

export const surveyEvents: readonly Happened[] = [
  ...after('it is sent', sent, wang),
  ...after('it is reminded of', remindSurvey(yes(sent))),
  ...after('it is answered', answerSurvey(yes(sent), by(ann), now, grades, undefined), ann),
  ...after('it expires', expireSurvey(yes(sent), now)),
];

export const allEvents: readonly Happened[] = [
  ...requestEvents,
  ...approvalEvents,
  ...progressEvents,
  ...surveyEvents,
  ...digestEvents,
  ...concernEvents,
];
