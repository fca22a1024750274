/** What moves an approval along without deciding it: remarks, nudges, reminders, and somebody higher. */
import { describe, expect, test } from 'vitest';
import { approve, reject, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { comment, escalate, nudge, remind } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { agreed, asked, asking, seats, sentBack, these } from './approvals.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, by, chen, clock, firm, flow, li, stage, stranger, sun, wang, xu, zhao } from './firm.ts';
import { later, running, submitted } from './requests.ts';

const now = later(60);
const ended = (): readonly Approval[] => [
  agreed(running(), li, zhao),
  yes(reject(running(), by(li), now, {}, 'no')),
  yes(withdraw(running(), ann.id, now)),
];

describe('a remark', () => {
  test('of an approver goes to whoever answers for it', () => {
    const said = comment(running(), by(li), now, ' 预算含税吗？ ');
    expect(eventsOf(said)).toEqual([{ type: 'approval.commented', by: 'li', comment: '预算含税吗？', to: ['wang'] }]);
    expect(yes(said).moves).toEqual([{ type: 'commented', by: 'li', comment: '预算含税吗？', movedAt: now }]);
    expect(yes(said)).toMatchObject({ status: 'running', stage: 0, steps: running().steps });
  });

  test('of whoever answers for it goes to those who decide now', () => {
    expect(eventsOf(comment(asked([li, chen, wang]), by(wang), now, '含税'))).toMatchObject([{ to: ['li', 'chen'] }]);
    const own = running(submitted({ askedBy: xu }));
    expect(eventsOf(comment(own, by(xu), now, '含税'))).toMatchObject([{ by: 'xu', to: ['chen'] }]);
  });

  test('may be made while it is being revised', () => {
    expect(yes(comment(sentBack(running(), li), by(wang), later(210), '明天改好')).moves).toHaveLength(2);
  });

  test('must be words', () => {
    for (const nothing of [undefined, '', ' \u200b']) {
      expect(no(comment(running(), by(li), now, nothing))).toEqual({
        type: 'approval.words-missing',
        field: 'comment',
      });
    }
  });

  test('is for them only; a client’s words reach the desk, not the approval', () => {
    expect(no(comment(running(), by(zhao), now, 'x'))).toEqual({ type: 'approval.not-your-turn', turnOf: ['li'] });
    for (const actor of [by(ann), by(stranger), clock]) {
      expect(no(comment(running(), actor, now, 'x'))).toEqual({ type: 'approval.not-yours-to-see' });
    }
  });

  test('is not added to what has ended', () => {
    expect(ended().map((over) => no(comment(over, by(wang), later(99), 'x')).type)).toEqual([
      'approval.already-decided',
      'approval.already-decided',
      'approval.withdrawn',
    ]);
  });
});

describe('a nudge', () => {
  test('reminds everybody whose turn it is', () => {
    const nudged = nudge(asked([li, chen]), by(ann), now);
    expect(eventsOf(nudged)).toEqual([{ type: 'approval.nudged', by: 'ann', people: ['li', 'chen'] }]);
    expect(yes(nudged).steps[0]?.seats.map(([place]) => place?.nudgedAt)).toEqual([now, now]);
    expect(yes(nudged).moves).toEqual([]);
    expect(yes(nudge(running(), by(wang), now)).status).toBe('running');
  });

  test('comes at most once in four hours, whoever nudges, and says when it may again', () => {
    const once = yes(nudge(running(), by(ann), now));
    const early = later(4 * 60 - 1, now);
    expect(no(nudge(once, by(ann), early))).toEqual({ type: 'approval.nudged-lately', againAt: later(240, now) });
    expect(no(nudge(once, by(wang), early)).type).toBe('approval.nudged-lately');
    expect(yes(nudge(once, by(ann), later(240, now))).status).toBe('running');
  });

  test('reaches those who came since the last one, and only them', () => {
    const once = yes(nudge(asked([li, chen], { rule: 'all' }), by(ann), now));
    const moved = yes(transfer(once, by(chen), later(70), firm, {}, xu.id));
    expect(eventsOf(nudge(moved, by(ann), later(80)))).toMatchObject([{ people: ['xu'] }]);
    const all = yes(nudge(moved, by(ann), later(80)));
    expect(no(nudge(all, by(ann), later(90)))).toEqual({ type: 'approval.nudged-lately', againAt: later(240, now) });
  });

  test('is for whoever asked and whoever answers for it', () => {
    for (const actor of [by(li), by(zhao), by(chen), clock]) {
      expect(no(nudge(running(), actor, now))).toEqual({ type: 'approval.not-yours-to-see' });
    }
  });

  test('reaches nobody where nobody decides', () => {
    for (const still of [...ended(), sentBack(running(), li)]) {
      expect(no(nudge(still, by(ann), now))).toEqual({ type: 'approval.nothing-due' });
    }
  });
});

const stageOfLi = stage({ approvers: these(li) });
const waited = { stage: 0, person: li.id, askedAt: later(10) };

describe('when time runs out', () => {
  /** What a timer finds that was set for li when the approval began. */
  const overtaken = (): readonly Approval[] => [
    ...ended(),
    sentBack(running(), li),
    agreed(running(), li),
    sentBack(agreed(running(), li), zhao, 0),
    yes(transfer(running(), by(li), now, firm, {}, chen.id)),
    yes(addApprover(running(), by(li), now, firm, {}, chen.id, 'before')),
    agreed(yes(addApprover(running(), by(li), now, firm, {}, chen.id, 'before')), chen),
    // Asked again in the next stage at the very moment.
    yes(approve(running(submitted(), flow(stageOfLi, stageOfLi)), by(li), later(10), firm)),
  ];

  test('whoever holds it is reminded, and nothing else changes', () => {
    const reminded = remind(running(), waited);
    expect(eventsOf(reminded)).toEqual([{ type: 'approval.reminded', people: ['li'] }]);
    expect(yes(reminded)).toEqual(running());
  });

  test('a timer that was overtaken says nothing: decided, handed over, or asked anew since', () => {
    for (const approval of overtaken()) {
      expect(no(remind(approval, waited))).toEqual({ type: 'approval.nothing-due' });
      expect(no(escalate(approval, waited, later(999), firm))).toEqual({ type: 'approval.nothing-due' });
    }
  });
});

describe('somebody higher', () => {
  const slow = { ...waited, person: xu.id };
  const replacing = () => running(submitted(), { ...asking([xu]), escalation: 'replace' });

  test('decides as well: both are asked, and the first word counts', () => {
    const raised = escalate(asked([xu]), slow, now, firm);
    expect(eventsOf(raised)).toEqual([
      { type: 'approval.escalated', from: 'xu', to: 'chen', how: 'add', asks: ['chen'] },
    ]);
    expect(turnOf(yes(raised))).toEqual(['xu', 'chen']);
    expect(yes(raised).moves).toEqual([{ type: 'escalated', by: 'xu', to: 'chen', stage: 0, movedAt: now }]);
    const decided = yes(approve(yes(raised), by(chen), later(70), firm, { place: xu.id }));
    expect(decided.moves.at(-1)).toMatchObject({ type: 'approved', by: 'chen', onBehalfOf: 'xu' });
    expect(agreed(yes(raised), xu).moves.at(-1)).not.toHaveProperty('onBehalfOf');
  });

  test('decides instead, where the flow says so', () => {
    const raised = escalate(replacing(), slow, now, firm);
    expect(eventsOf(raised)).toMatchObject([{ how: 'replace' }]);
    expect(turnOf(yes(raised))).toEqual(['chen']);
    expect(yes(raised).steps[0]?.seats).toEqual([
      [{ person: 'chen', came: 'escalated', sentBy: 'xu', askedAt: now, escalatedAt: now }],
    ]);
    expect(no(approve(yes(raised), by(xu), later(70), firm))).toEqual({
      type: 'approval.not-your-turn',
      turnOf: ['chen'],
    });
  });

  test('is asked once', () => {
    for (const approval of [asked([xu]), replacing()]) {
      const raised = yes(escalate(approval, slow, now, firm));
      for (const again of [slow, { ...slow, askedAt: now }, { ...slow, person: chen.id, askedAt: now }]) {
        expect(no(escalate(raised, again, later(999), firm))).toEqual({ type: 'approval.nothing-due' });
      }
    }
  });

  test('is reminded and nudged like whoever was slow', () => {
    const raised = yes(escalate(asked([xu]), slow, now, firm));
    expect(eventsOf(remind(raised, slow))).toMatchObject([{ people: ['xu', 'chen'] }]);
    expect(eventsOf(nudge(raised, by(ann), now))).toMatchObject([{ people: ['xu', 'chen'] }]);
  });

  test('is the head of their department; for a head, and where the head sits there, it is management', () => {
    const to = (approval: Approval, person = xu.id) =>
      eventsOf(escalate(approval, { ...slow, person }, now, firm)).map((event) => 'to' in event && event.to);
    expect(to(asked([li]), li.id)).toEqual(['zhao']);
    expect(to(asked([xu, chen]))).toEqual(['zhao']);
    expect(to(asked([sun]), sun.id)).toEqual(['zhao']);
  });

  test('is never whoever asked; and nothing happens where nobody is higher: time never approves', () => {
    const own = running(submitted({ askedBy: chen }), asking([xu]));
    expect(turnOf(yes(escalate(own, slow, now, firm)))).toEqual(['xu', 'zhao']);
    const top = { ...slow, person: zhao.id };
    expect(no(escalate(asked([zhao]), top, now, firm))).toEqual({ type: 'approval.nothing-due' });
    expect(seats(asked([zhao]))).toEqual([['zhao']]);
  });
});
