/** What a flow can say beyond who is asked: what passes by itself, what need not be said twice, and who is told. */
import { describe, expect, test } from 'vitest';
import { approve, start } from '../../src/domain/approval/approval.ts';
import { transfer } from '../../src/domain/approval/hands.ts';
import { sendBack } from '../../src/domain/approval/revise.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import type { Flow, Stage } from '../../src/domain/firm.ts';
import { again, agreed, asking as askingThese, fates, sentBack, these, without } from './approvals.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { by, chen, firm, flow, li, stage, sun, xu, zhao } from './firm.ts';
import { answers, asking, later, running, submitted } from './requests.ts';

const now = later(60);
const budget = (amount: number) => ({ answers: { ...answers, budget: amount } });

/** Li and chen together; then zhao, as told; then xu. */
function thenZhao(more: Partial<Stage>): Flow {
  return flow(
    stage({ approvers: these(li, chen), rule: 'all' }),
    stage({ approvers: these(zhao), ...more }),
    stage({ approvers: these(xu) }),
  );
}

describe('a rule of the flow', () => {
  const small = { autoApprove: 'budget < 1000' };

  test('lets a stage pass by itself, and it shows', () => {
    const at = running(submitted(budget(1)), thenZhao(small));
    const passed = approve(agreed(at, li), by(chen), now, firm);
    expect(eventsOf(passed)).toEqual([
      { type: 'approval.yes', by: 'chen', stage: 0, asks: ['xu'] },
      { type: 'approval.stage-passed', stage: 0, fate: 'passed', tells: [] },
      { type: 'approval.stage-passed', stage: 1, fate: 'by-rule', tells: [] },
    ]);
    expect(fates(yes(passed))).toEqual(['passed', 'by-rule', undefined]);
    expect(yes(passed).moves).toHaveLength(2);
  });

  test('that does not hold, or speaks of something left empty, asks as usual', () => {
    for (const given of [budget(5000), { answers: { background: 'x' } }]) {
      expect(turnOf(agreed(running(submitted(given), thenZhao(small)), li, chen))).toEqual(['zhao']);
    }
  });

  test('may approve everything at once: then whoever asks about it hears that nobody had to', () => {
    const started = start(asking(submitted(budget(1))), askingThese([zhao], small), firm, now);
    expect(eventsOf(started).map(({ type }) => type)).toEqual([
      'approval.started',
      'approval.stage-passed',
      'approval.approved',
    ]);
    expect(yes(started)).toMatchObject({ status: 'approved', endedAt: now, moves: [] });
    expect(no(approve(yes(started), by(zhao), later(70), firm))).toEqual({
      type: 'approval.already-decided',
      verdict: 'approved',
      by: 'ann',
      decidedAt: now,
    });
  });

  test('is asked anew after a revision, whatever the stage rests on', () => {
    const at = agreed(running(submitted(budget(1)), thenZhao({ ...small, dependsOn: ['region'] })), li, chen);
    expect(fates(yes(again(sentBack(at, xu), budget(2))))[1]).toBe('by-rule');
    const grown = yes(again(sentBack(at, xu), budget(900_000)));
    expect(fates(grown)[1]).toBeUndefined();
    expect(turnOf(agreed(grown, li, chen))).toEqual(['zhao']);
  });

  test('still wants somebody who could have decided', () => {
    const alone = start(asking(submitted(budget(1))), askingThese([zhao], small), without(zhao, sun), now);
    expect(no(alone).type).toBe('approval.nobody-can');
  });
});

describe('a yes that was said before', () => {
  const liAgain = { approvers: these(li), skip: 'already-approved' } as const;

  test('need not be said again, where the flow says so', () => {
    const passed = approve(agreed(running(submitted(), thenZhao(liAgain)), li), by(chen), now, firm);
    expect(eventsOf(passed)[2]).toEqual({
      type: 'approval.stage-passed',
      stage: 1,
      fate: 'already-approved',
      tells: [],
    });
    expect(yes(passed).steps[1]?.seats[0]?.[0]?.said).toEqual({
      verdict: 'yes',
      by: 'li',
      decidedAt: later(11),
      carried: true,
    });
    expect(turnOf(yes(passed))).toEqual(['xu']);
  });

  test('is asked for again, where the flow does not', () => {
    expect(turnOf(agreed(running(submitted(), thenZhao({ approvers: these(li) })), li, chen))).toEqual(['li']);
  });

  test('is one voice among several: the others are still asked', () => {
    const both = { approvers: these(zhao, li), rule: 'all', skip: 'already-approved' } as const;
    const at = agreed(running(submitted(), thenZhao(both)), li, chen);
    expect(turnOf(at)).toEqual(['zhao']);
    expect(agreed(at, zhao)).toMatchObject({ status: 'running', stage: 2 });
    const inOrder = agreed(running(submitted(), thenZhao({ ...both, rule: 'in-order' })), li, chen);
    expect(turnOf(agreed(inOrder, zhao))).toEqual(['xu']);
  });

  test('counts for who said it, also in somebody else’s place', () => {
    const at = yes(transfer(running(submitted(), thenZhao(liAgain)), by(li), now, firm, {}, sun.id));
    expect(turnOf(agreed(at, sun, chen))).toEqual(['li']);
    const sunToo = thenZhao({ ...liAgain, approvers: these(sun) });
    const handed = yes(transfer(running(submitted(), sunToo), by(li), now, firm, {}, sun.id));
    expect(turnOf(agreed(handed, sun, chen))).toEqual(['xu']);
  });

  test('counts only for what it was about: after a change it is asked for again', () => {
    const rests = flow(
      stage({ approvers: these(li), dependsOn: ['region'] }),
      stage(liAgain),
      stage({ approvers: these(xu) }),
    );
    const at = agreed(running(submitted(), rests), li);
    expect(turnOf(at)).toEqual(['xu']);
    const grown = yes(again(sentBack(at, xu), budget(900_000)));
    expect(fates(grown)).toEqual(['passed', undefined, undefined]);
    expect(turnOf(grown)).toEqual(['li']);
    const same = yes(again(sentBack(at, xu), {}));
    expect(turnOf(same)).toEqual(['xu']);
  });

  test('is not carried into a stage that was sent back to: it is to be looked at again', () => {
    const at = agreed(running(submitted(), thenZhao(liAgain)), li, chen);
    expect(turnOf(yes(sendBack(at, by(xu), now, firm, {}, '请再看', 1)))).toEqual(['li']);
  });
});

describe('those to be told', () => {
  const told: Flow = {
    ...flow(
      stage({ approvers: these(li), cc: these(sun) }),
      stage({ approvers: these(zhao), cc: [{ by: 'role', role: 'pm' }], when: 'budget >= 100000' }),
    ),
    cc: [...these(xu), { by: 'department-head' }],
  };

  test('are told when their stage has passed, and when everything is approved', () => {
    const first = approve(running(submitted(), told), by(li), now, firm);
    expect(eventsOf(first)[1]).toMatchObject({ type: 'approval.stage-passed', tells: ['sun'] });
    const last = approve(yes(first), by(zhao), later(70), firm);
    expect(eventsOf(last).slice(1)).toMatchObject([
      { type: 'approval.stage-passed', stage: 1, tells: ['li', 'chen'] },
      { type: 'approval.approved', tells: ['xu', 'li'] },
    ]);
  });

  test('hear nothing of a stage that was not wanted', () => {
    const only = approve(running(submitted(budget(1)), told), by(li), now, firm);
    expect(eventsOf(only).map(({ type }) => type)).toEqual([
      'approval.yes',
      'approval.stage-passed',
      'approval.approved',
    ]);
  });

  test('get no voice by it', () => {
    expect(no(approve(running(submitted(), told), by(sun), now, firm)).type).toBe('approval.not-your-turn');
  });
});
