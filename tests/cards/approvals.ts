/** An approval in everything that can become of it, with its request as it then is; made by the rules themselves. */
import { approve, reject, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { comment, escalate } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { payloadOf } from '../../src/domain/approval/payload.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import type { ApproverRule, Flow, Person, StageRule } from '../../src/domain/firm.ts';
import { sendAgain } from '../../src/domain/request.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { yes } from '../domain/decisions.ts';
import { ann, by, chen, firm, flow, li, stage, sun, twoStage, wang, zhao } from '../domain/firm.ts';
import { answers, inApproval, later, returned, running, submitted } from '../domain/requests.ts';

export type Stand = { readonly approval: Approval; readonly request: Request };

const asked = (approval: Approval): Stand => ({ approval, request: inApproval() });

const one = ({ id }: Person): ApproverRule => ({ by: 'person', person: id });
const three = [li, chen, sun].map(one);
const experts = (rule: StageRule): Flow =>
  flow(stage({ name: { 'zh-CN': '专家评审', 'en-US': 'Expert review' }, approvers: three, rule }));
const under = (means: Flow): Approval => running(submitted(), means);

const first = running();
export const atManagement = yes(approve(first, by(li), later(60), firm, {}, '同意，注意预算'));

const sentBack = yes(sendBack(atManagement, by(zhao), later(90), firm, {}, '请说明预算构成，\n并确认区域'));
const revised = yes(
  sendAgain(returned(), by(wang), '新能源市场调研（三年）', {
    background: `${answers.background}，重点是储能、充电设施与整车出口，访谈对象包括主机厂、电池厂、运营商和行业协会，结论用于明年的投资计划`,
    due: answers.due,
    budget: 98_000,
  }),
);
const again = { payload: payloadOf(revised), fingerprint: 'of the revision' };
const resubmitted = yes(resubmit(sentBack, by(wang), later(150), firm, again));

const waited = { stage: 0, person: li.id, askedAt: later(10) } as const;
const escalated = yes(escalate(first, waited, later(600), firm));
const taken = yes(escalate(running(submitted(), { ...twoStage, escalation: 'replace' }), waited, later(600), firm));

const byRule = flow(stage({ approvers: [one(li)], autoApprove: 'budget < 1000000' }));
const saidBefore = flow(
  stage({ name: { 'zh-CN': '项目经理', 'en-US': 'Project manager' }, approvers: [one(li)] }),
  stage({
    name: { 'zh-CN': '部门负责人', 'en-US': 'Department head' },
    approvers: [{ by: 'department-head' }],
    skip: 'already-approved',
  }),
  stage({ name: { 'zh-CN': '公司管理层', 'en-US': 'Management' }, approvers: [one(zhao)] }),
);
const nobodyElse = flow(
  stage({ name: { 'zh-CN': '项目指定', 'en-US': 'As named' }, approvers: [{ by: 'field', field: 'region' }] }),
);

const question = yes(comment(first, by(li), later(30), '预算含税吗？'));

/** By what has become of it. */
export const approvals: Readonly<Record<string, Stand>> = {
  'at the first stage': asked(first),
  'at the second stage': asked(atManagement),
  'with nobody of its own to ask': asked(under(nobodyElse)),
  'any of three': asked(under(experts('any'))),
  'all of three, one has spoken': asked(yes(approve(under(experts('all')), by(li), later(60), firm))),
  'three in order, the first has spoken': asked(yes(approve(under(experts('in-order')), by(li), later(60), firm))),
  'two of three, one against': asked(yes(reject(under(experts({ atLeast: 2 })), by(sun), later(60), {}, '范围太大'))),
  'sent back': { approval: sentBack, request: returned() },
  'sent back to an earlier stage': asked(
    yes(sendBack(atManagement, by(zhao), later(90), firm, {}, '预算由部门承担吗？', 0)),
  ),
  revised: { approval: resubmitted, request: revised },
  'escalated to somebody as well': asked(escalated),
  'escalated to somebody instead': asked(taken),
  'decided in the place of another': asked(yes(approve(escalated, by(zhao), later(630), firm))),
  transferred: asked(yes(transfer(first, by(li), later(60), firm, {}, chen.id, '我在出差'))),
  'one more before': asked(yes(addApprover(first, by(li), later(60), firm, {}, sun.id, 'before'))),
  'one more after': asked(yes(addApprover(first, by(li), later(60), firm, {}, sun.id, 'after'))),
  'asked about and answered': asked(yes(comment(question, by(wang), later(40), '含税'))),
  'approved before by the same person': asked(yes(approve(under(saidBefore), by(li), later(60), firm))),
  'approved by rule': asked(under(byRule)),
  approved: asked(yes(approve(atManagement, by(zhao), later(90), firm))),
  rejected: asked(yes(reject(atManagement, by(zhao), later(90), {}, '利润率太低\n另议'))),
  withdrawn: asked(yes(withdraw(first, ann.id, later(90)))),
};
