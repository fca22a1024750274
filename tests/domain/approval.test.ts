/** How a firm says yes or no: stage after stage, each by somebody entitled, nobody about their own. */
import { describe, expect, test } from 'vitest';
import { approve, reject, start, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { agreed, sentBack } from './approvals.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, bob, by, chen, clock, everyone, firm, li, max, stranger, sun, twoStage, wang, xu, zhao } from './firm.ts';
import { asking, later, monday, running } from './requests.ts';

const now = later(60);

const atManagement = (): Approval => yes(approve(running(), by(li), now, firm));
const approved = (): Approval => yes(approve(atManagement(), by(zhao), later(90), firm));
const rejected = (): Approval => yes(reject(running(), by(li), now, {}, '利润率太低'));
const withdrawn = (): Approval => yes(withdraw(running(), ann.id, now));

describe('an approval', () => {
  test('starts with its first stage, and asks its people', () => {
    const started = start(asking(), twoStage, firm, monday);
    expect(eventsOf(started)).toEqual([{ type: 'approval.started', asks: ['li'] }]);
    expect(yes(started)).toMatchObject({
      ...{ status: 'running', stage: 0, revision: 1, requester: 'ann', advocate: 'wang', client: 'globex' },
      ...{ title: '新能源市场调研', changes: [], moves: [], startedAt: monday },
    });
    expect(yes(started).steps[0]?.seats).toEqual([[{ person: 'li', came: 'flow', askedAt: monday }]]);
    expect(turnOf(yes(started))).toEqual(['li']);
  });

  test('freezes what is asked, with its fingerprint', () => {
    const { payload, fingerprint } = asking();
    expect(running()).toMatchObject({ payload, fingerprint });
  });

  test('passes to the next stage with a yes, and ends with the last one', () => {
    const first = approve(running(), by(li), now, firm, { stage: 0 }, ' 同意 ');
    expect(eventsOf(first)).toEqual([
      { type: 'approval.yes', by: 'li', stage: 0, comment: '同意', asks: ['zhao'] },
      { type: 'approval.stage-passed', stage: 0, fate: 'passed', tells: [] },
    ]);
    expect(yes(first)).toMatchObject({ status: 'running', stage: 1 });
    expect(yes(first).steps[0]).toMatchObject({
      fate: 'passed',
      seats: [[{ person: 'li', said: { verdict: 'yes', by: 'li', comment: '同意', decidedAt: now } }]],
    });

    const last = approve(yes(first), by(zhao), later(90), firm);
    expect(eventsOf(last)).toEqual([
      { type: 'approval.yes', by: 'zhao', stage: 1, asks: [] },
      { type: 'approval.stage-passed', stage: 1, fate: 'passed', tells: [] },
      { type: 'approval.approved', tells: [] },
    ]);
    expect(yes(last)).toMatchObject({ status: 'approved', endedAt: later(90) });
    expect(yes(last)).not.toHaveProperty('stage');
    expect(turnOf(yes(last))).toEqual([]);
  });

  test('ends with the first no, which always has a reason', () => {
    for (const nothing of [undefined, '', ' \n', '\u200b']) {
      expect(no(reject(running(), by(li), now, {}, nothing))).toEqual({
        type: 'approval.reason-missing',
        field: 'reason',
      });
    }
    expect(eventsOf(reject(running(), by(li), now, {}, ' 利润率太低 '))).toEqual([
      { type: 'approval.rejected', by: 'li', stage: 0, reason: '利润率太低' },
    ]);
    expect(rejected()).toMatchObject({ status: 'rejected', endedAt: now });
    expect(rejected().steps[0]?.seats).toMatchObject([[{ said: { verdict: 'no', comment: '利润率太低' } }]]);
  });

  test('remembers every move, by whom, in which stage, and what was said', () => {
    const approval = yes(reject(agreed(running(), li), by(zhao), now, {}, '预算太高'));
    expect(approval.moves).toEqual([
      { type: 'approved', by: 'li', stage: 0, movedAt: later(11) },
      { type: 'rejected', by: 'zhao', stage: 1, comment: '预算太高', movedAt: now },
    ]);
  });

  test('a yes of nothing but spaces is a yes without words', () => {
    const approval = yes(approve(running(), by(li), now, firm, {}, ' \u200b '));
    expect(approval.moves[0]).not.toHaveProperty('comment');
    expect(approval.steps[0]?.seats[0]?.[0]?.said).not.toHaveProperty('comment');
  });
});

describe('deciding', () => {
  test('is only for those whose turn it is; the others are told whose', () => {
    for (const person of [wang, chen, xu, zhao, sun]) {
      const refusal = { type: 'approval.not-your-turn', turnOf: ['li'] };
      expect(no(approve(running(), by(person), now, firm))).toEqual(refusal);
      expect(no(reject(running(), by(person), now, {}, 'no'))).toEqual(refusal);
    }
    expect(no(approve(running(), clock, now, firm)).type).toBe('approval.not-your-turn');
    expect(no(reject(running(), clock, now, {}, 'no')).type).toBe('approval.not-your-turn');
  });

  test('is not for anybody outside the firm, who is told nothing about it', () => {
    for (const person of [ann, bob, max, stranger]) {
      for (const approval of [running(), sentBack(running(), li), approved(), rejected(), withdrawn()]) {
        expect(no(approve(approval, by(person), now, firm))).toEqual({ type: 'approval.not-yours-to-see' });
        expect(no(reject(approval, by(person), now, {}, 'no'))).toEqual({ type: 'approval.not-yours-to-see' });
      }
    }
  });

  test('is never for the requester, even were they asked', () => {
    const own = { ...running(), requester: li.id };
    expect(no(approve(own, by(li), now, firm))).toEqual({ type: 'approval.your-own' });
    expect(no(reject(own, by(li), now, {}, 'no'))).toEqual({ type: 'approval.your-own' });
  });

  test('waits while it is sent back: nobody decides what is being revised', () => {
    const back = sentBack(running(), li);
    expect(turnOf(back)).toEqual([]);
    const refusal = { type: 'approval.sent-back', advocate: 'wang' };
    expect(no(approve(back, by(li), now, firm))).toEqual(refusal);
    expect(no(reject(back, by(li), now, {}, 'no'))).toEqual(refusal);
  });
});

describe('taking the request back', () => {
  test('ends its approval, once, also while it is being revised', () => {
    expect(eventsOf(withdraw(running(), ann.id, now))).toEqual([{ type: 'approval.withdrawn', by: 'ann' }]);
    expect(withdrawn()).toMatchObject({ status: 'withdrawn', endedAt: now });
    expect(yes(withdraw(sentBack(running(), li), ann.id, now))).not.toHaveProperty('returnedAt');
    for (const over of [approved(), rejected(), withdrawn()]) {
      expect(no(withdraw(over, ann.id, later(99)))).toEqual({ type: 'approval.withdrawn' });
    }
  });
});

test('what has ended is refused to everybody', () => {
  for (const over of [approved(), rejected(), withdrawn()]) {
    for (const person of everyone) {
      expect(approve(over, by(person), later(99), firm).ok).toBe(false);
      expect(reject(over, by(person), later(99), {}, 'no').ok).toBe(false);
    }
  }
});
