/** Old cards stay clickable for weeks: a late press decides nothing but what it was drawn for, and hears how things are. */
import { describe, expect, test } from 'vitest';
import { approve, reject, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { sendBack } from '../../src/domain/approval/revise.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { again, agreed, asked, sentBack, these } from './approvals.ts';
import { no, yes } from './decisions.ts';
import { ann, by, chen, firm, flow, li, stage, sun, wang, xu, zhao } from './firm.ts';
import { later, running, submitted } from './requests.ts';

const now = later(60);
const late = later(70);

const atManagement = (): Approval => yes(approve(running(), by(li), now, firm));
/** Li is asked twice, in two stages. */
const liTwice = (): Approval =>
  running(submitted(), flow(stage({ approvers: these(li) }), stage({ approvers: these(li) })));

describe('a second press', () => {
  test('is answered with what was decided, by whom and when', () => {
    const decided = { type: 'approval.already-decided', verdict: 'approved', by: 'li', decidedAt: now };
    expect(no(approve(atManagement(), by(li), late, firm))).toEqual(decided);
    expect(no(approve(atManagement(), by(li), late, firm, { stage: 0 }))).toEqual(decided);
    expect(no(reject(atManagement(), by(li), late, { stage: 0 }, 'no'))).toEqual(decided);
    const rejected = yes(reject(running(), by(li), now, {}, 'no'));
    expect(no(reject(rejected, by(li), late, {}, 'no'))).toEqual({ ...decided, verdict: 'rejected' });
    const approved = yes(approve(atManagement(), by(zhao), later(90), firm));
    expect(no(approve(approved, by(li), later(99), firm))).toEqual({ ...decided, by: 'zhao', decidedAt: later(90) });
    const withdrawn = yes(withdraw(running(), ann.id, now));
    expect(no(approve(withdrawn, by(li), late, firm))).toEqual({ type: 'approval.withdrawn' });
  });

  test('on an old card never approves the next stage by accident', () => {
    const passed = yes(approve(liTwice(), by(li), now, firm, { stage: 0 }));
    expect(turnOf(passed)).toEqual(['li']);
    expect(no(approve(passed, by(li), late, firm, { stage: 0 }))).toMatchObject({
      type: 'approval.already-decided',
      by: 'li',
    });
    expect(yes(approve(passed, by(li), late, firm, { stage: 1 })).status).toBe('approved');
  });

  test('on a card of a stage to come decides nothing', () => {
    expect(no(approve(liTwice(), by(li), now, firm, { stage: 1 }))).toEqual({
      type: 'approval.not-your-turn',
      turnOf: ['li'],
    });
    for (const stageShown of [-1, 7]) {
      expect(approve(liTwice(), by(li), now, firm, { stage: stageShown }).ok).toBe(false);
    }
  });
});

describe('a colleague', () => {
  test('of a stage that is over learns who decided it', () => {
    const leads = running(submitted(), flow(stage({ approvers: these(li, chen) }), stage({ approvers: these(zhao) })));
    const passed = yes(approve(leads, by(chen), now, firm));
    for (const shown of [{}, { stage: 0 }]) {
      expect(no(approve(passed, by(li), late, firm, shown))).toMatchObject({
        type: 'approval.already-decided',
        by: 'chen',
      });
    }
  });

  test('whose turn is still to come is told whose it is, even if they decided an earlier stage', () => {
    const first = stage({ approvers: these(xu) });
    const second = stage({ approvers: these(li, chen, xu), rule: 'in-order' });
    const there = agreed(running(submitted(), flow(first, second)), xu, li);
    for (const shown of [{}, { stage: 1 }]) {
      expect(no(approve(there, by(xu), now, firm, shown))).toEqual({
        type: 'approval.not-your-turn',
        turnOf: ['chen'],
      });
    }
  });

  test('who waits for somebody added before them is told so, whatever the others of the stage have said', () => {
    const both = asked([li, chen], { rule: 'all' });
    const added = yes(addApprover(agreed(both, chen), by(li), now, firm, {}, xu.id, 'before'));
    expect(no(approve(added, by(li), late, firm))).toEqual({ type: 'approval.not-your-turn', turnOf: ['xu'] });
  });
});

describe('a card that was drawn before a revision', () => {
  const revised = (): Approval => yes(again(sentBack(running(), li), { title: '新标题' }));

  test('approves nothing: nobody approves what they have not seen', () => {
    expect(no(approve(revised(), by(li), later(301), firm, { revision: 1, stage: 0 }))).toEqual({
      type: 'approval.revised',
    });
    expect(no(reject(revised(), by(li), later(301), { revision: 1 }, 'no'))).toEqual({ type: 'approval.revised' });
    expect(no(sendBack(revised(), by(li), later(301), firm, { revision: 1 }, 'no')).type).toBe('approval.revised');
  });

  test('the new one does', () => {
    expect(yes(approve(revised(), by(li), later(301), firm, { revision: 2, stage: 0, place: li.id }))).toMatchObject({
      status: 'running',
      stage: 1,
    });
  });
});

describe('a card shows in whose place it decides', () => {
  const transferred = (): Approval => yes(transfer(asked([li, chen]), by(li), now, firm, {}, xu.id));

  test('a place that was handed over is decided by its heir only', () => {
    expect(no(approve(transferred(), by(li), late, firm, { place: li.id }))).toEqual({
      type: 'approval.not-your-turn',
      turnOf: ['xu', 'chen'],
    });
    expect(yes(approve(transferred(), by(xu), late, firm, { place: xu.id })).status).toBe('approved');
  });

  test('nobody decides in a place that is not theirs', () => {
    for (const place of [chen.id, wang.id]) {
      expect(no(approve(transferred(), by(xu), late, firm, { place })).type).toBe('approval.not-your-turn');
    }
  });

  test('a stand-in speaks for whoever is away, and the story tells for whom', () => {
    const approval = asked([li]);
    const [step] = approval.steps;
    if (!step) throw new Error('it has a stage');
    const away = { ...approval, steps: [{ ...step, seats: [[{ person: li.id, came: 'flow', standIn: sun.id }]] }] };
    const spoken = approve(away as Approval, by(sun), now, firm, { place: li.id });
    expect(yes(spoken).moves).toMatchObject([{ type: 'approved', by: 'sun', onBehalfOf: 'li' }]);
    expect(no(approve(yes(spoken), by(li), late, firm))).toMatchObject({
      type: 'approval.already-decided',
      by: 'sun',
    });
  });
});
