/** How many of those asked decide a stage: any of them, all at once, all in order, or so many of them. */
import { describe, expect, test } from 'vitest';
import { approve, reject } from '../../src/domain/approval/approval.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { agreed, asked } from './approvals.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { by, chen, firm, li, sun, xu, zhao } from './firm.ts';
import { later } from './requests.ts';

const now = later(60);
const three = [li, chen, xu];

describe('any', () => {
  test('asks all at once; the first yes passes', () => {
    expect(turnOf(asked(three))).toEqual(['li', 'chen', 'xu']);
    expect(agreed(asked(three), chen).status).toBe('approved');
  });

  test('the first no rejects', () => {
    expect(yes(reject(asked(three), by(xu), now, {}, 'no')).status).toBe('rejected');
  });
});

describe('all', () => {
  const all = () => asked(three, { rule: 'all' });

  test('asks all at once, and passes with the last yes, in whatever order they come', () => {
    expect(turnOf(all())).toEqual(['li', 'chen', 'xu']);
    const two = agreed(all(), xu, li);
    expect(two.status).toBe('running');
    expect(turnOf(two)).toEqual(['chen']);
    expect(agreed(two, chen).status).toBe('approved');
  });

  test('asks nobody again when one of them has said yes', () => {
    expect(eventsOf(approve(all(), by(li), now, firm))).toEqual([
      { type: 'approval.yes', by: 'li', stage: 0, asks: [] },
    ]);
  });

  test('one no rejects, whatever the others said', () => {
    expect(yes(reject(agreed(all(), li, chen), by(xu), now, {}, 'no')).status).toBe('rejected');
  });
});

describe('in order', () => {
  const inOrder = () => asked(three, { rule: 'in-order' });

  test('asks one after another, in the order of the flow', () => {
    expect(turnOf(inOrder())).toEqual(['li']);
    const first = approve(inOrder(), by(li), now, firm);
    expect(eventsOf(first)).toEqual([{ type: 'approval.yes', by: 'li', stage: 0, asks: ['chen'] }]);
    expect(turnOf(yes(first))).toEqual(['chen']);
    expect(agreed(yes(first), chen, xu).status).toBe('approved');
  });

  test('each holds it from the moment of the yes before', () => {
    const second = yes(approve(inOrder(), by(li), now, firm)).steps[0]?.seats.map(([place]) => place?.askedAt);
    expect(second).toEqual([later(10), now, undefined]);
  });

  test('whoever is not next yet is told who is, not that it has been decided', () => {
    expect(no(approve(inOrder(), by(chen), now, firm))).toEqual({ type: 'approval.not-your-turn', turnOf: ['li'] });
    expect(no(approve(agreed(inOrder(), li), by(xu), now, firm))).toEqual({
      type: 'approval.not-your-turn',
      turnOf: ['chen'],
    });
  });

  test('one no rejects: the rest are never asked', () => {
    expect(yes(reject(inOrder(), by(li), now, {}, 'no'))).toMatchObject({ status: 'rejected' });
  });
});

describe('so many of them', () => {
  const two = () => asked([li, chen, xu, zhao], { rule: { atLeast: 2 } });

  test('asks all at once, and passes with that many yeses', () => {
    expect(turnOf(two())).toEqual(['li', 'chen', 'xu', 'zhao']);
    expect(agreed(two(), chen).status).toBe('running');
    expect(agreed(two(), chen, zhao).status).toBe('approved');
  });

  test('a no is heard, and the others go on while the number can still be reached', () => {
    const heard = reject(two(), by(li), now, {}, ' 太贵 ');
    expect(eventsOf(heard)).toEqual([{ type: 'approval.no', by: 'li', stage: 0, comment: '太贵' }]);
    expect(yes(heard)).toMatchObject({ status: 'running', moves: [{ type: 'opposed', by: 'li', comment: '太贵' }] });
    expect(turnOf(yes(heard))).toEqual(['chen', 'xu', 'zhao']);
    expect(agreed(yes(heard), xu, chen).status).toBe('approved');
  });

  test('it rejects with the no that puts the number out of reach', () => {
    const noes = [li, chen].reduce((state, person) => yes(reject(state, by(person), now, {}, 'no')), two());
    expect(noes.status).toBe('running');
    expect(yes(reject(noes, by(xu), later(70), {}, 'no'))).toMatchObject({ status: 'rejected' });
    expect(yes(reject(agreed(two(), zhao), by(li), now, {}, 'no')).status).toBe('running');
  });

  test('nobody says both yes and no', () => {
    const heard = yes(reject(two(), by(li), now, {}, 'no'));
    expect(no(approve(heard, by(li), later(70), firm))).toEqual({
      type: 'approval.already-decided',
      verdict: 'rejected',
      by: 'li',
      decidedAt: now,
    });
  });

  test('all of a number is each of them', () => {
    const both = asked([li, chen], { rule: { atLeast: 2 } });
    expect(yes(reject(both, by(li), now, {}, 'no')).status).toBe('rejected');
    expect(agreed(both, li, chen).status).toBe('approved');
  });

  test('those who stepped in have a voice like the others', () => {
    const filled = asked([li], { rule: { atLeast: 2 } });
    expect(turnOf(filled)).toEqual(['li', 'zhao']);
    expect(agreed(filled, zhao, li).status).toBe('approved');
    expect(no(approve(filled, by(sun), now, firm)).type).toBe('approval.not-your-turn');
  });
});
