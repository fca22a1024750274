/** More hands: an approver gives their place to somebody else, or asks somebody to decide before or after them. */
import { describe, expect, test } from 'vitest';
import { approve, reject } from '../../src/domain/approval/approval.ts';
import type { Approval, Where } from '../../src/domain/approval/approval-state.ts';
import { escalate } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import type { Person } from '../../src/domain/firm.ts';
import { agreed, asked, seats, sentBack } from './approvals.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, bob, by, chen, firm, li, max, stranger, sun, wang, xu, zhao } from './firm.ts';
import { later, running, submitted } from './requests.ts';

const now = later(60);

const handed = (approval: Approval, from: Person, to: Person) =>
  yes(transfer(approval, by(from), now, firm, {}, to.id));
const added = (approval: Approval, from: Person, to: Person, where: Where) =>
  yes(addApprover(approval, by(from), now, firm, {}, to.id, where));

describe('handing over', () => {
  test('gives the place to somebody else, who holds it from now on', () => {
    const moved = transfer(running(), by(li), now, firm, {}, chen.id, ' 我出差 ');
    expect(eventsOf(moved)).toEqual([
      { type: 'approval.transferred', by: 'li', to: 'chen', comment: '我出差', asks: ['chen'] },
    ]);
    expect(yes(moved).steps[0]?.seats).toEqual([[{ person: 'chen', came: 'transferred', sentBy: 'li', askedAt: now }]]);
    expect(yes(moved).moves).toEqual([
      { type: 'transferred', by: 'li', to: 'chen', stage: 0, comment: '我出差', movedAt: now },
    ]);
    expect(turnOf(yes(moved))).toEqual(['chen']);
  });

  test('takes the right away from whoever gave it', () => {
    const moved = handed(running(), li, chen);
    expect(no(approve(moved, by(li), later(70), firm))).toEqual({ type: 'approval.not-your-turn', turnOf: ['chen'] });
    expect(agreed(moved, chen)).toMatchObject({ status: 'running', stage: 1 });
  });

  test('leaves the other places of the stage as they are', () => {
    const moved = handed(asked([li, chen, xu], { rule: 'in-order' }), li, sun);
    expect(seats(moved)).toEqual([['sun'], ['chen'], ['xu']]);
    expect(turnOf(agreed(moved, sun))).toEqual(['chen']);
  });

  test('may go on, and come back', () => {
    expect(turnOf(handed(handed(handed(running(), li, chen), chen, xu), xu, li))).toEqual(['li']);
  });
});

describe('asking somebody before', () => {
  test('waits for their yes; then the place comes back', () => {
    const more = addApprover(running(), by(li), now, firm, {}, xu.id, 'before');
    expect(eventsOf(more)).toEqual([{ type: 'approval.added', by: 'li', person: 'xu', where: 'before', asks: ['xu'] }]);
    expect(seats(yes(more))).toEqual([['xu', 'li']]);
    expect(turnOf(yes(more))).toEqual(['xu']);
    const back = approve(yes(more), by(xu), later(70), firm);
    expect(eventsOf(back)).toEqual([{ type: 'approval.yes', by: 'xu', stage: 0, asks: ['li'] }]);
    expect(agreed(yes(back), li)).toMatchObject({ status: 'running', stage: 1 });
  });

  test('whoever waits does not hold it meanwhile: their time counts anew when it comes back', () => {
    const more = added(running(), li, xu, 'before');
    expect(more.steps[0]?.seats[0]).toMatchObject([{ person: 'xu', askedAt: now }, { person: 'li' }]);
    expect(more.steps[0]?.seats[0]?.[1]).not.toHaveProperty('askedAt');
    expect(agreed(more, xu).steps[0]?.seats[0]?.[1]?.askedAt).toEqual(later(61));
  });

  test('a no of theirs is a no of the place', () => {
    expect(yes(reject(added(running(), li, xu, 'before'), by(xu), now, {}, 'no')).status).toBe('rejected');
    const two = added(asked([li, chen, zhao], { rule: { atLeast: 2 } }), li, xu, 'before');
    const heard = yes(reject(two, by(xu), now, {}, 'no'));
    expect(heard.status).toBe('running');
    expect(turnOf(heard)).toEqual(['chen', 'zhao']);
  });
});

describe('asking somebody after', () => {
  test('keeps the place; they decide once its holder has said yes', () => {
    const more = addApprover(running(), by(li), now, firm, {}, xu.id, 'after');
    expect(eventsOf(more)).toEqual([{ type: 'approval.added', by: 'li', person: 'xu', where: 'after', asks: [] }]);
    expect(yes(more).moves).toEqual([{ type: 'added', by: 'li', to: 'xu', stage: 0, movedAt: now }]);
    expect(turnOf(yes(more))).toEqual(['li']);
    expect(yes(more).steps[0]?.seats[0]?.[0]?.askedAt).toEqual(later(10));
    const passed = approve(yes(more), by(li), later(70), firm);
    expect(eventsOf(passed)).toEqual([{ type: 'approval.yes', by: 'li', stage: 0, asks: ['xu'] }]);
    expect(turnOf(yes(passed))).toEqual(['xu']);
    expect(agreed(yes(passed), xu)).toMatchObject({ status: 'running', stage: 1 });
  });

  test('may be done by those who were added, too', () => {
    const chain = added(added(running(), li, xu, 'before'), xu, sun, 'after');
    expect(seats(chain)).toEqual([['xu', 'sun', 'li']]);
    expect(agreed(chain, xu, sun, li)).toMatchObject({ status: 'running', stage: 1 });
  });

  test('holds up the stage only where that voice is needed', () => {
    const any = added(asked([li, chen]), li, xu, 'after');
    expect(agreed(any, li).status).toBe('running');
    expect(agreed(any, chen).status).toBe('approved');
    const inOrder = added(asked([li, chen], { rule: 'in-order' }), li, xu, 'after');
    expect(turnOf(agreed(inOrder, li))).toEqual(['xu']);
    expect(turnOf(agreed(inOrder, li, xu))).toEqual(['chen']);
  });
});

describe('a place may be given to nobody', () => {
  type Ask = (approval: Approval, from: Person, to: Person | undefined) => ReturnType<typeof transfer>;
  const ways: readonly (readonly [string, Ask])[] = [
    ['by handing over', (approval, from, to) => transfer(approval, by(from), now, firm, {}, to?.id)],
    ['by asking before', (approval, from, to) => addApprover(approval, by(from), now, firm, {}, to?.id, 'before')],
    ['by asking after', (approval, from, to) => addApprover(approval, by(from), now, firm, {}, to?.id, 'after')],
  ];

  describe.each(ways)('%s', (_, ask) => {
    test('without a name', () => {
      expect(no(ask(running(), li, undefined))).toEqual({ type: 'approval.person-missing', field: 'to' });
    });

    test('who is oneself, who asked for it, or who is not of the firm', () => {
      expect(no(ask(running(), li, li))).toEqual({ type: 'approval.to-yourself', field: 'to', person: 'li' });
      const own = running(submitted({ askedBy: wang }));
      expect(no(ask(own, li, wang))).toEqual({ type: 'approval.to-requester', field: 'to', person: 'wang' });
      expect(no(ask(running(), li, ann)).type).toBe('approval.to-requester');
      for (const person of [bob, max, stranger]) {
        expect(no(ask(running(), li, person)).type).toBe('approval.to-outsider');
      }
    });

    test('who sits in the stage already, has decided there, or is asked as well since somebody was slow', () => {
      const both = asked([li, chen], { rule: 'all' });
      const already = { type: 'approval.asked-already', field: 'to' };
      expect(no(ask(both, li, chen))).toEqual({ ...already, person: 'chen' });
      expect(no(ask(agreed(both, chen), li, chen))).toEqual({ ...already, person: 'chen' });
      expect(no(ask(added(both, li, xu, 'after'), li, xu))).toEqual({ ...already, person: 'xu' });
      const slow = yes(escalate(both, { stage: 0, person: li.id, askedAt: later(10) }, now, firm));
      expect(no(ask(slow, li, zhao))).toEqual({ ...already, person: 'zhao' });
      expect(no(ask(slow, zhao, li))).toEqual({ ...already, person: 'li' });
    });

    test('by those whose turn it is not', () => {
      expect(no(ask(running(), zhao, chen))).toEqual({ type: 'approval.not-your-turn', turnOf: ['li'] });
      expect(no(ask(running(), ann, chen)).type).toBe('approval.not-yours-to-see');
      expect(no(ask(sentBack(running(), li), li, chen)).type).toBe('approval.sent-back');
    });
  });
});

test('somebody of an earlier or later stage may be given a place: each stage is asked for itself', () => {
  expect(turnOf(handed(running(), li, zhao))).toEqual(['zhao']);
  expect(turnOf(agreed(handed(running(), li, zhao), zhao))).toEqual(['zhao']);
});
