/** Everything that can happen to an approval, made by the rules themselves. */
import { approve, reject, start, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { comment, escalate, nudge, remind } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import type { ApproverRule, Flow, Person } from '../../src/domain/firm.ts';
import { ann, by, chen, firm, flow, li, stage, sun, twoStage, wang, WORKDAY_MS, xu, zhao } from '../domain/firm.ts';
import { yes } from '../domain/decisions.ts';
import { asking, later, running, submitted } from '../domain/requests.ts';
import { after, type Happened, now } from './happened.ts';

const one = ({ id }: Person): ApproverRule => ({ by: 'person', person: id });
const three = [li, chen, sun].map(one);
/** The first stage copies a colleague and whoever decides in the second, all of it copies quality. */
const copied: Flow = {
  ...flow(...twoStage.stages.map((step, n) => (n === 0 ? { ...step, cc: [one(chen), one(li)] } : step))),
  cc: [{ by: 'role', role: 'quality' }, one(zhao)],
};
const timed: Flow = { ...copied, remindAfterMs: 4 * 3_600_000, escalateAfterMs: WORKDAY_MS };
const byRule: Flow = {
  ...copied,
  stages: [stage({ approvers: [one(li)], autoApprove: 'budget > 1', cc: [one(chen)] })],
};
const under = (means: Flow): Approval => running(submitted(), means);
const begins = (means: Flow, about = asking()) => start(about, means, firm, now);

const first = under(copied);
const second = yes(approve(first, by(li), later(60), firm));
const returned = yes(sendBack(second, by(zhao), later(90), firm, {}, '请说明预算'));
const anew = { payload: { ...returned.payload, title: '新标题' }, fingerprint: 'of the revision' };
const waited = { stage: 0, person: li.id, askedAt: later(10) } as const;
/** 李强 works for the client and heads the department: he revises what he is asked about. */
const ofLi = { ...returned, advocate: li.id };
const inLondon = stage({ approvers: [one(chen)] });

export const approvalEvents: readonly Happened[] = [
  ...after('it starts', begins(copied), wang),
  ...after('it starts, and time is set', begins(timed), wang),
  ...after('it starts in another time zone', begins({ ...timed, stages: [inLondon] }), wang),
  ...after('the flow approves it by its own rule', begins(byRule), wang),
  ...after(
    'the first of all says yes',
    approve(under(flow(stage({ approvers: three, rule: 'all' }))), by(li), now, firm),
    li,
  ),
  ...after(
    'the first in order says yes',
    approve(under({ ...timed, stages: [stage({ approvers: three, rule: 'in-order' })] }), by(li), now, firm),
    li,
  ),
  ...after('the first stage passes', approve(first, by(li), now, firm), li),
  ...after('the last stage passes', approve(second, by(zhao), now, firm), zhao),
  ...after(
    'one of three is against, and two are enough',
    reject(under(flow(stage({ approvers: three, rule: { atLeast: 2 } }))), by(sun), now, {}, '范围太大'),
    sun,
  ),
  ...after('somebody rejects', reject(first, by(li), now, {}, '利润率太低'), li),
  ...after('it is sent back', sendBack(second, by(zhao), now, firm, {}, '请说明预算'), zhao),
  ...after(
    'it is sent back to the first stage',
    sendBack(second, by(zhao), now, firm, {}, '预算是部门的吗？', 0),
    zhao,
  ),
  ...after('it comes again', resubmit(returned, by(wang), now, firm, anew), wang),
  ...after('whoever revised it is asked first', resubmit(ofLi, by(li), now, firm, anew), li),
  ...after('it is handed over', transfer(under(timed), by(li), now, firm, {}, xu.id, '我在出差'), li),
  ...after('somebody is added before', addApprover(first, by(li), now, firm, {}, xu.id, 'before'), li),
  ...after('somebody is added after', addApprover(first, by(li), now, firm, {}, xu.id, 'after'), li),
  ...after('an approver asks something', comment(first, by(li), now, '预算含税吗？'), li),
  ...after('whoever answers for it says something', comment(first, by(wang), now, '含税'), wang),
  ...after('the client nudges', nudge(first, by(ann), now), ann),
  ...after('it has waited for a while', remind(first, waited)),
  ...after('it has waited for long', escalate(first, waited, now, firm)),
  ...after(
    'it has waited for long, and goes to somebody else',
    escalate(under({ ...timed, escalation: 'replace' }), waited, now, firm),
  ),
  ...after('the request is taken back', withdraw(first, ann.id, now), ann),
];
