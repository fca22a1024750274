/** Whom an approval asks: from the words of its flow to people, never the requester, and never too few. */
import { describe, expect, test } from 'vitest';
import { isAsked, start } from '../../src/domain/approval/approval.ts';
import { whomToAsk } from '../../src/domain/approval/approvers.ts';
import { payloadOf } from '../../src/domain/approval/payload.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import type { ApproverRule, Firm, Stage } from '../../src/domain/firm.ts';
import { fates, seats, these, without } from './approvals.ts';
import { no, yes } from './decisions.ts';
import { ann, bob, chen, firm, flow, li, max, stage, stranger, sun, twoStage, wang, xu, zhao } from './firm.ts';
import { asking, later, monday, running, submitted } from './requests.ts';

const head: ApproverRule = { by: 'department-head' };

type Case = {
  readonly request?: ReturnType<typeof submitted>;
  readonly where?: Firm;
  readonly nobody?: readonly ApproverRule[];
  readonly rule?: Stage['rule'];
};

/** Who is asked, and whether they came by the flow's words or stepped in. */
function found(approvers: readonly ApproverRule[], more: Case = {}): readonly string[] {
  const { request = submitted(), where = firm, nobody = [], rule = 'any' } = more;
  const matter = { payload: payloadOf(request), requester: request.askedBy, firm: where };
  return whomToAsk(stage({ approvers, rule }), { nobody }, matter).map(({ person, came }) =>
    came === 'flow' ? person : `${person} (${came})`,
  );
}

const naming = (region: string) => submitted({ answers: { background: 'x', region } });

describe('the words of a stage', () => {
  test('name the head of the requester’s own department, or the desk’s for people from outside', () => {
    expect(found([head], { request: submitted({ askedBy: xu }) })).toEqual(['chen']);
    expect(found([head], { request: submitted({ askedBy: ann }) })).toEqual(['li']);
    expect(found([{ by: 'manager-of-requester' }], { request: submitted({ askedBy: wang }) })).toEqual(['li']);
  });

  test('name a role, a person, or whoever the form names, by name or by id', () => {
    expect(found([{ by: 'role', role: 'pm' }])).toEqual(['li', 'chen']);
    expect(found(these(sun))).toEqual(['sun']);
    expect(found([{ by: 'field', field: 'region' }], { request: naming('sun') })).toEqual(['sun']);
    expect(found([{ by: 'field', field: 'region' }], { request: naming('Xu Ning') })).toEqual(['xu']);
  });

  test('name everybody once, in the order in which they are written', () => {
    expect(found([...these(zhao, li), { by: 'role', role: 'pm' }, head])).toEqual(['zhao', 'li', 'chen']);
  });

  test('never name a client or a stranger, even when the form or the firm file does', () => {
    expect(found([{ by: 'field', field: 'region' }], { request: naming(bob.name) })).toEqual(['zhao (fallback)']);
    expect(found(these(max))).toEqual(['zhao (fallback)']);
    expect(found(these(stranger))).toEqual(['zhao (fallback)']);
  });

  test('never name somebody who has left', () => {
    expect(found(these(sun), { where: without(sun) })).toEqual(['zhao (fallback)']);
  });
});

describe('nobody is asked about their own request', () => {
  const own = submitted({ askedBy: li });

  test('management steps in where the words leave nobody, and the card can say so', () => {
    expect(found([head], { request: own })).toEqual(['zhao (fallback)']);
  });

  test('then whom the flow names for this case, then the administrators', () => {
    const where = without(zhao);
    expect(found([head], { request: own, where, nobody: these(chen) })).toEqual(['chen (fallback)']);
    expect(found([head], { request: own, where, nobody: these(li) })).toEqual(['sun (fallback)']);
    expect(found([head], { request: own, where })).toEqual(['sun (fallback)']);
  });

  test('nobody steps in where somebody is left', () => {
    expect(found([head, ...these(chen)], { request: own, nobody: these(xu) })).toEqual(['chen']);
  });

  test('a manager’s own request goes past management', () => {
    expect(found([{ by: 'role', role: 'management' }], { request: submitted({ askedBy: zhao }) })).toEqual([
      'sun (fallback)',
    ]);
  });
});

describe('where a number of voices is wanted', () => {
  test('those next up fill the number, and no more of them than are needed', () => {
    const rule = { atLeast: 2 };
    expect(found(these(li, chen), { rule })).toEqual(['li', 'chen']);
    expect(found(these(li), { rule })).toEqual(['li', 'zhao (fallback)']);
    expect(found(these(li), { rule, where: without(zhao), nobody: these(xu) })).toEqual(['li', 'xu (fallback)']);
    expect(found(these(zhao), { rule })).toEqual(['zhao', 'sun (fallback)']);
  });

  test('whoever of one kind steps in, all of that kind do: any of them may know', () => {
    const where = without(zhao);
    expect(found(these(li), { rule: { atLeast: 2 }, where, nobody: these(xu, chen) })).toEqual([
      'li',
      'xu (fallback)',
      'chen (fallback)',
    ]);
  });

  test('too few in the whole firm refuse the start', () => {
    const many = flow(stage({ approvers: these(li), rule: { atLeast: 4 } }));
    expect(no(start(asking(), many, firm, monday))).toMatchObject({ type: 'approval.nobody-can' });
  });
});

describe('the stages', () => {
  const within = (budget?: number) =>
    running(submitted({ answers: { background: 'x', ...(budget === undefined ? {} : { budget }) } }));

  test('are wanted or not by their conditions, from the beginning', () => {
    expect(fates(within(100_000))).toEqual([undefined, undefined]);
    expect(fates(within(99_999))).toEqual([undefined, 'not-needed']);
    expect(fates(within())).toEqual([undefined, 'not-needed']);
    expect([seats(within(100_000), 0), seats(within(100_000), 1)]).toEqual([[['li']], [['zhao']]]);
  });

  test('that nobody could decide refuse the start, and say which it is', () => {
    const own = submitted({ askedBy: li });
    expect(no(start(asking(own), twoStage, without(zhao, sun), monday))).toEqual({
      type: 'approval.nobody-can',
      stage: { 'zh-CN': '部门负责人', 'en-US': 'Department head' },
    });
  });

  test('that are not wanted need nobody', () => {
    const boss = flow(stage({ approvers: these(li) }), stage({ approvers: these(zhao), when: 'budget >= 1000000' }));
    const started = yes(start(asking(), boss, without(zhao, sun), monday));
    expect(fates(started)).toEqual([undefined, 'not-needed']);
    expect(turnOf(started)).toEqual(['li']);
  });

  test('of which none is wanted are no approval: there is nobody to ask', () => {
    const large = flow(stage({ approvers: these(zhao), when: 'budget >= 1000000' }));
    const matter = { payload: payloadOf(submitted()), requester: ann.id, firm };
    for (const empty of [large, flow()]) {
      expect(isAsked(empty, matter)).toBe(false);
      expect(no(start(asking(), empty, firm, monday))).toEqual({ type: 'approval.nobody-can' });
    }
    expect(isAsked(twoStage, matter)).toBe(true);
  });

  test('stay as they were written when the approval began, whatever the firm file says later', () => {
    const approval = running();
    expect(approval.steps.map((step) => step.stage)).toEqual(twoStage.stages);
    expect(approval.flow).toMatchObject({ id: 'two-stage', escalation: 'add' });
    expect(approval.startedAt).toEqual(later(10));
  });
});
