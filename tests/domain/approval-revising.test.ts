/** Rework instead of a dead end: sent back, revised, and asked again as far as something has changed. */
import { describe, expect, test } from 'vitest';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import type { Stage } from '../../src/domain/firm.ts';
import { again, agreed, asking, fates, seats, sentBack, these, without } from './approvals.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, by, chen, clock, firm, flow, li, stage, sun, twoStage, wang, xu, zhao } from './firm.ts';
import { answers, later, running, submitted } from './requests.ts';

const now = later(200);
const atManagement = (): Approval => agreed(running(), li);

/** Li, then chen, then zhao; each stage as told. */
function threeStages(first: Partial<Stage> = {}, second: Partial<Stage> = {}, third: Partial<Stage> = {}): Approval {
  return running(
    submitted(),
    flow(
      stage({ approvers: these(li), ...first }),
      stage({ approvers: these(chen), ...second }),
      stage({ approvers: these(zhao), ...third }),
    ),
  );
}

describe('sending it back to whoever asked', () => {
  test('wants a reason, and gives it to the one who answers for it', () => {
    for (const nothing of [undefined, ' \u200b']) {
      expect(no(sendBack(running(), by(li), now, firm, {}, nothing))).toEqual({
        type: 'approval.reason-missing',
        field: 'reason',
      });
    }
    const sent = sendBack(atManagement(), by(zhao), now, firm, {}, ' 预算怎么算的？ ');
    expect(eventsOf(sent)).toEqual([
      { type: 'approval.sent-back', by: 'zhao', reason: '预算怎么算的？', to: 'wang', asks: [] },
    ]);
    expect(yes(sent)).toMatchObject({ status: 'returned', stage: 1, returnedAt: now, advocate: 'wang' });
    expect(yes(sent).moves.at(-1)).toEqual({
      type: 'sent-back',
      by: 'zhao',
      stage: 1,
      comment: '预算怎么算的？',
      movedAt: now,
    });
  });

  test('needs no stage before, wanted or not', () => {
    const unwanted = threeStages({ when: 'budget > 1000000' });
    expect(fates(unwanted)[0]).toBe('not-needed');
    expect(sentBack(unwanted, chen).status).toBe('returned');
  });

  test('is for those whose turn it is', () => {
    expect(no(sendBack(running(), by(zhao), now, firm, {}, 'why')).type).toBe('approval.not-your-turn');
    expect(no(sendBack(running(), by(ann), now, firm, {}, 'why')).type).toBe('approval.not-yours-to-see');
    expect(no(sendBack(sentBack(running(), li), by(li), now, firm, {}, 'why')).type).toBe('approval.sent-back');
  });
});

describe('sending it back to an earlier stage', () => {
  test('asks that stage anew, and everything after it', () => {
    const sent = sendBack(agreed(threeStages(), li, chen), by(zhao), now, firm, {}, '再看一下', 0);
    expect(eventsOf(sent)).toEqual([
      { type: 'approval.sent-back', by: 'zhao', reason: '再看一下', to: 0, asks: ['li'] },
    ]);
    expect(yes(sent)).toMatchObject({ status: 'running', stage: 0, revision: 1 });
    expect(fates(yes(sent))).toEqual([undefined, undefined, undefined]);
    expect(agreed(yes(sent), li, chen, zhao).status).toBe('approved');
  });

  test('leaves what was decided before that stage', () => {
    const sent = sentBack(agreed(threeStages(), li, chen), zhao, 1);
    expect(fates(sent)).toEqual(['passed', undefined, undefined]);
    expect(turnOf(sent)).toEqual(['chen']);
    expect(agreed(sent, chen, zhao).status).toBe('approved');
  });

  test('passes over stages that are not wanted', () => {
    const sent = sentBack(agreed(threeStages({}, { when: 'budget > 1000000' }), li), zhao, 0);
    expect(fates(sent)).toEqual([undefined, 'not-needed', undefined]);
    expect(agreed(sent, li)).toMatchObject({ status: 'running', stage: 2 });
  });

  test('asks the same people: whom it was handed to, and whoever was added', () => {
    const handed = yes(transfer(threeStages(), by(li), later(20), firm, {}, sun.id));
    const added = yes(addApprover(handed, by(sun), later(21), firm, {}, xu.id, 'before'));
    const sent = sentBack(agreed(added, xu, sun), chen, 0);
    expect(seats(sent)).toEqual([['xu', 'sun']]);
    expect(turnOf(sent)).toEqual(['xu']);
    expect(sent.steps[0]?.seats[0]).toEqual([
      { person: 'xu', came: 'added', sentBy: 'sun', askedAt: now },
      { person: 'sun', came: 'transferred', sentBy: 'li' },
    ]);
  });

  test('knows only stages that are earlier and were wanted', () => {
    const there = agreed(threeStages({}, { when: 'budget > 1000000' }), li);
    for (const stageNumber of [1, 2, 3, -1, 0.5, Number.NaN]) {
      expect(no(sendBack(there, by(zhao), now, firm, {}, 'why', stageNumber))).toEqual({
        type: 'approval.no-such-stage',
        field: 'to',
      });
    }
  });
});

describe('coming again', () => {
  test('is for the one who answers for it, and only when it was sent back', () => {
    const { payload } = running();
    const anew = { payload, fingerprint: 'x' };
    expect(no(resubmit(running(), by(wang), now, firm, anew))).toEqual({ type: 'approval.not-sent-back' });
    const back = sentBack(running(), li);
    for (const actor of [by(ann), by(li), clock]) {
      expect(no(resubmit(back, actor, now, firm, anew))).toEqual({ type: 'approval.sent-back', advocate: 'wang' });
    }
  });

  test('is a new revision, frozen anew, and shows what has changed', () => {
    const { due: _, ...rest } = answers;
    const came = again(sentBack(running(), li), { title: '新标题', answers: { ...rest, budget: 200_000 } });
    expect(eventsOf(came)).toEqual([
      { type: 'approval.resubmitted', by: 'wang', changed: ['title', 'due', 'budget'], asks: ['li'] },
    ]);
    expect(yes(came)).toMatchObject({
      ...{ status: 'running', stage: 0, revision: 2, title: '新标题', payload: { title: '新标题' } },
      changes: [
        { field: 'title', before: '新能源市场调研', after: '新标题' },
        { field: 'due', before: '2026-12-31' },
        { field: 'budget', before: 150_000, after: 200_000 },
      ],
    });
    expect(yes(came).fingerprint).not.toBe(running().fingerprint);
    expect(yes(came).moves.at(-1)).toEqual({ type: 'resubmitted', by: 'wang', movedAt: later(300) });
    expect(yes(came)).not.toHaveProperty('returnedAt');
  });

  test('shows the changes of the latest revision only', () => {
    const twice = sentBack(yes(again(sentBack(running(), li), { title: '新标题' })), li);
    expect(yes(again(twice, {}))).toMatchObject({ revision: 3, changes: [], title: '新标题' });
  });

  test('asks the people whom the flow finds now', () => {
    const handed = yes(transfer(running(), by(li), later(20), firm, {}, sun.id));
    expect(seats(yes(again(sentBack(handed, sun), {})))).toEqual([['li']]);
  });
});

describe('a yes', () => {
  const budget = (amount: number) => ({ answers: { ...answers, budget: amount } });

  test('rests on everything, unless the flow says on what: any change asks again', () => {
    const came = yes(again(sentBack(agreed(threeStages(), li, chen), zhao), budget(1)));
    expect(fates(came)).toEqual([undefined, undefined, undefined]);
    expect(came).toMatchObject({ stage: 0 });
  });

  test('stands when it rests on what has not changed', () => {
    const first = { dependsOn: ['region', 'title'] };
    const back = sentBack(agreed(threeStages(first), li, chen), zhao);
    const came = again(back, budget(1));
    expect(eventsOf(came)).toMatchObject([{ asks: ['chen'] }]);
    expect(fates(yes(came))).toEqual(['passed', undefined, undefined]);
    expect(agreed(yes(came), chen, zhao).status).toBe('approved');
    expect(fates(yes(again(back, { title: '新标题' })))).toEqual([undefined, undefined, undefined]);
  });

  test('of a later stage stands, too, while an earlier one is asked again', () => {
    const back = sentBack(agreed(threeStages({}, { dependsOn: ['region'] }), li, chen), zhao);
    const came = yes(again(back, budget(1)));
    expect(fates(came)).toEqual([undefined, 'passed', undefined]);
    expect(agreed(came, li)).toMatchObject({ status: 'running', stage: 2 });
  });

  test('stands when it comes again as it was, except where the flow always asks again', () => {
    const back = sentBack(agreed(threeStages({}, { askAgain: 'always', dependsOn: [] }), li, chen), zhao);
    expect(fates(yes(again(back, {})))).toEqual(['passed', undefined, undefined]);
  });

  test('of the stage that sent it back is never given beforehand', () => {
    const all = running(submitted(), asking([li, chen], { rule: 'all', dependsOn: [] }));
    expect(turnOf(yes(again(sentBack(agreed(all, chen), li), {})))).toEqual(['li', 'chen']);
  });
});

describe('a condition', () => {
  const budget = (amount: number) => ({ answers: { ...answers, budget: amount } });

  test('that newly holds asks its stage', () => {
    const small = running(submitted({ answers: { ...answers, budget: 1 } }));
    expect(fates(small)).toEqual([undefined, 'not-needed']);
    const came = yes(again(sentBack(small, li), budget(150_000)));
    expect(fates(came)).toEqual([undefined, undefined]);
    expect(agreed(came, li)).toMatchObject({ status: 'running', stage: 1 });
  });

  test('that holds no more drops its stage, even one that had passed', () => {
    expect(fates(yes(again(sentBack(atManagement(), zhao), budget(1))))).toEqual([undefined, 'not-needed']);
    const third = threeStages({}, { when: 'budget >= 100000', dependsOn: [] });
    expect(fates(yes(again(sentBack(agreed(third, li, chen), zhao), budget(1))))[1]).toBe('not-needed');
  });

  test('may leave nothing to ask: then the flow itself has said yes', () => {
    const onlyLarge = running(submitted(), asking([zhao], { when: 'budget >= 100000' }));
    const came = again(sentBack(onlyLarge, zhao), budget(1));
    expect(eventsOf(came).map(({ type }) => type)).toEqual(['approval.resubmitted', 'approval.approved']);
    expect(yes(came)).toMatchObject({ status: 'approved', endedAt: later(300) });
  });

  test('may want a stage that nobody can decide: it does not come again', () => {
    const small = running(submitted({ answers: { ...answers, budget: 1 } }), twoStage);
    const back = sentBack(small, li);
    const payload = { ...back.payload, ...budget(150_000) };
    expect(no(resubmit(back, by(wang), now, without(zhao, sun), { payload, fingerprint: 'x' }))).toEqual({
      type: 'approval.nobody-can',
      stage: { 'zh-CN': '公司管理层', 'en-US': 'Management' },
    });
  });
});
