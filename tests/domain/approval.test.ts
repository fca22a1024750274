/** How a firm says yes or no: stage after stage, each by somebody entitled, nobody about their own. */
import { describe, expect, test } from 'vitest';
import {
  type Approval,
  approve,
  factsOf,
  reject,
  stagesFor,
  start,
  turnOf,
  withdraw,
} from '../../src/domain/approval.ts';
import type { ApproverRule, Firm, Flow, Person } from '../../src/domain/firm.ts';
import { ann, bob, by, chen, clock, everyone, firm, li, max, stranger, sun, twoStage, wang, xu, zhao } from './firm.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { later, monday, running, submitted } from './requests.ts';

const now = later(60);
const small = submitted({ answers: { background: 'x', budget: 99_999 } });

const atManagement = (): Approval => yes(approve(running(), by(li), now));
const approved = (): Approval => yes(approve(atManagement(), by(zhao), later(90)));
const rejected = (): Approval => yes(reject(running(), by(li), now, '利润率太低'));
const withdrawn = (): Approval => yes(withdraw(running(), ann.id, now));

function flowOf(...approvers: readonly ApproverRule[]): Flow {
  return { ...twoStage, stages: [{ name: { 'zh-CN': '审批', 'en-US': 'Approval' }, approvers, rule: 'any' }] };
}

function askedOf(approver: ApproverRule, request = submitted(), where: Firm = firm): readonly string[] {
  return stagesFor(flowOf(approver), request, where)[0]?.approvers ?? [];
}

function without(...gone: readonly Person[]): Firm {
  return { ...firm, people: new Map([...firm.people].filter(([id]) => !gone.some((person) => person.id === id))) };
}

describe('who is asked', () => {
  test('a condition decides which stages there are, once, from what was asked', () => {
    const stages = (budget?: number) =>
      stagesFor(
        twoStage,
        submitted({ answers: { background: 'x', ...(budget === undefined ? {} : { budget }) } }),
        firm,
      );
    expect(stages(100_000).map(({ approvers }) => approvers)).toEqual([['li'], ['zhao']]);
    expect(stages(99_999).map(({ approvers }) => approvers)).toEqual([['li']]);
    expect(stages().map(({ approvers }) => approvers)).toEqual([['li']]);
  });

  test('a condition sees every question, an empty one as nothing, and the priority and client', () => {
    expect(factsOf(small, firm)).toEqual({
      ...{ background: 'x', due: null, budget: 99_999, region: null },
      ...{ priority: 'normal', client: 'globex' },
    });
  });

  test('the head of the requester’s own department decides, or the desk’s for people from outside', () => {
    expect(askedOf({ by: 'department-head' }, submitted({ askedBy: xu }))).toEqual(['chen']);
    expect(askedOf({ by: 'department-head' }, submitted({ askedBy: ann }))).toEqual(['li']);
    expect(askedOf({ by: 'manager-of-requester' }, submitted({ askedBy: wang }))).toEqual(['li']);
  });

  test('a role, a person, or whoever the form names can be asked', () => {
    expect(askedOf({ by: 'role', role: 'pm' })).toEqual(['li', 'chen']);
    expect(askedOf({ by: 'person', person: sun.id })).toEqual(['sun']);
    const named = (who: string) => submitted({ answers: { background: 'x', region: who } });
    expect(askedOf({ by: 'field', field: 'region' }, named('sun'))).toEqual(['sun']);
    expect(askedOf({ by: 'field', field: 'region' }, named('Xu Ning'))).toEqual(['xu']);
  });

  test('nobody is asked about their own request; then management is, then the administrators, and the card says so', () => {
    const own = stagesFor(flowOf({ by: 'department-head' }), submitted({ askedBy: li }), firm);
    expect(own).toMatchObject([{ approvers: ['zhao'], fallback: true }]);
    const nobodyElse = stagesFor(flowOf({ by: 'department-head' }), submitted({ askedBy: li }), without(zhao));
    expect(nobodyElse).toMatchObject([{ approvers: ['sun'], fallback: true }]);
  });

  test('a stage that nobody could decide stops the start: nothing is ever silently approved', () => {
    const request = submitted({ askedBy: li });
    const stages = stagesFor(flowOf({ by: 'department-head' }), request, without(zhao, sun));
    expect(no(start('APR-3', request, stages, monday))).toMatchObject({ type: 'approval.nobody-can' });
  });

  test('an approval without a stage does not start either: there is nobody to ask', () => {
    expect(no(start('APR-3', submitted(), [], monday))).toEqual({ type: 'approval.nobody-can' });
  });

  test('a client never decides, even when the form or the firm file names one of theirs', () => {
    const named = submitted({ answers: { background: 'x', region: bob.name } });
    expect(askedOf({ by: 'field', field: 'region' }, named)).toEqual(['zhao']);
    expect(askedOf({ by: 'person', person: max.id })).toEqual(['zhao']);
    expect(askedOf({ by: 'person', person: stranger.id })).toEqual(['zhao']);
  });

  test('someone who has left is not asked', () => {
    expect(askedOf({ by: 'person', person: sun.id }, submitted(), without(sun))).toEqual(['zhao']);
  });
});

describe('deciding', () => {
  test('starts with the first stage, and asks its people', () => {
    const started = start('APR-3', submitted(), stagesFor(twoStage, submitted(), firm), monday);
    expect(eventsOf(started)).toEqual([{ type: 'approval.started', asks: ['li'] }]);
    expect(yes(started)).toMatchObject({
      status: 'running',
      stage: 0,
      requester: 'ann',
      client: 'globex',
      verdicts: [],
    });
    expect(turnOf(yes(started))).toEqual(['li']);
  });

  test('passes to the next stage with a yes, and ends with the last one', () => {
    const first = approve(running(), by(li), now, 0, ' 同意 ');
    expect(eventsOf(first)).toEqual([{ type: 'approval.stage-passed', by: 'li', asks: ['zhao'] }]);
    expect(yes(first)).toMatchObject({ status: 'running', stage: 1, verdicts: [{ by: 'li', comment: '同意' }] });
    expect(eventsOf(approve(yes(first), by(zhao), later(90)))).toEqual([{ type: 'approval.approved', by: 'zhao' }]);
    expect(approved()).toMatchObject({ status: 'approved', endedAt: later(90) });
    expect(turnOf(approved())).toEqual([]);
  });

  test('ends with the first no, which always has a reason', () => {
    for (const nothing of [undefined, '', ' \n', '\u200b']) {
      expect(no(reject(running(), by(li), now, nothing))).toEqual({ type: 'approval.reason-missing', field: 'reason' });
    }
    expect(rejected()).toMatchObject({
      status: 'rejected',
      verdicts: [{ verdict: 'rejected', comment: '利润率太低' }],
    });
  });

  test('is only for those whose turn it is; the others are told whose', () => {
    for (const person of [wang, chen, xu, zhao, sun]) {
      const refusal = { type: 'approval.not-your-turn', turnOf: ['li'] };
      expect(no(approve(running(), by(person), now))).toEqual(refusal);
      expect(no(reject(running(), by(person), now, 'no'))).toEqual(refusal);
    }
    expect(no(approve(running(), clock, now)).type).toBe('approval.not-your-turn');
    expect(no(reject(running(), clock, now, 'no')).type).toBe('approval.not-your-turn');
  });

  test('is not for anybody outside the firm, who is told nothing about it', () => {
    for (const person of [ann, bob, max, stranger]) {
      for (const approval of [running(), approved(), rejected(), withdrawn()]) {
        expect(no(approve(approval, by(person), now))).toEqual({ type: 'approval.not-yours-to-see' });
        expect(no(reject(approval, by(person), now, 'no'))).toEqual({ type: 'approval.not-yours-to-see' });
      }
    }
  });

  test('is never for the requester, even were they asked', () => {
    const own = { ...running(), requester: li.id };
    expect(no(approve(own, by(li), now))).toEqual({ type: 'approval.your-own' });
    expect(no(reject(own, by(li), now, 'no'))).toEqual({ type: 'approval.your-own' });
  });

  test('a second press is answered with what was decided, by whom and when', () => {
    const decided = { type: 'approval.already-decided', by: 'li', decidedAt: now };
    expect(no(approve(atManagement(), by(li), later(70)))).toMatchObject(decided);
    expect(no(reject(rejected(), by(li), later(70), 'no'))).toMatchObject(decided);
    expect(no(approve(approved(), by(li), later(99)))).toMatchObject({ ...decided, by: 'zhao', decidedAt: later(90) });
    expect(no(approve(withdrawn(), by(li), later(70)))).toEqual({ type: 'approval.withdrawn' });
  });

  test('a second press on an old card never approves the next stage by accident', () => {
    const twice = [...flowOf({ by: 'person', person: li.id }).stages, ...twoStage.stages];
    const both = stagesFor({ ...twoStage, stages: twice }, submitted(), firm);
    const passed = yes(approve(yes(start('APR-3', submitted(), both, monday)), by(li), now, 0));
    expect(turnOf(passed)).toEqual(['li']);
    expect(no(approve(passed, by(li), later(61), 0))).toMatchObject({ type: 'approval.already-decided', by: 'li' });
    expect(yes(approve(passed, by(li), later(61), 1))).toMatchObject({ status: 'running', stage: 2 });
  });

  test('a colleague of the same stage learns that it has been decided', () => {
    const leads = flowOf({ by: 'role', role: 'pm' }).stages;
    const asked = stagesFor({ ...twoStage, stages: [...leads, ...twoStage.stages] }, submitted(), firm);
    expect(asked[0]?.approvers).toEqual(['li', 'chen']);
    const passed = yes(approve(yes(start('APR-3', submitted(), asked, monday)), by(li), now));
    expect(no(approve(passed, by(chen), later(70)))).toMatchObject({ type: 'approval.already-decided', by: 'li' });
  });

  test('taking the request back ends it, once', () => {
    expect(withdrawn()).toMatchObject({ status: 'withdrawn', endedAt: now });
    for (const over of [approved(), rejected(), withdrawn()]) {
      expect(no(withdraw(over, ann.id, later(99)))).toEqual({ type: 'approval.withdrawn' });
    }
  });

  test('what has ended is refused to everybody', () => {
    for (const over of [approved(), rejected(), withdrawn()]) {
      for (const person of everyone) {
        expect(approve(over, by(person), later(99)).ok).toBe(false);
        expect(reject(over, by(person), later(99), 'no').ok).toBe(false);
      }
    }
  });
});
