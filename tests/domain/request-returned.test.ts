/** An approver wants a request revised: who answers for it, who revises it, and how it goes back. */
import { describe, expect, test } from 'vitest';
import { advocateOf, giveBack, sendAgain } from '../../src/domain/request.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, bob, by, chen, clock, firm, li, max, stranger, sun, wang, xu, zhao } from './firm.ts';
import { inApproval, requestIn, returned, statuses, submitted } from './requests.ts';

const others = [li, chen, xu, zhao, sun, ann, bob, max, stranger];

describe('who answers for a request inside the firm', () => {
  test('is whoever asked, if they are of the firm', () => {
    expect(advocateOf(inApproval(submitted({ askedBy: xu })), firm)).toBe('xu');
    expect(advocateOf(submitted({ askedBy: xu }), firm)).toBe('xu');
  });

  test('is whoever works on it, if a client asked', () => {
    expect(advocateOf(inApproval(), firm)).toBe('wang');
  });

  test('is the client while nobody of the firm has taken it', () => {
    expect(advocateOf(submitted(), firm)).toBe('ann');
  });
});

describe('given back', () => {
  test('it waits for whoever revises it; whose work it is does not change', () => {
    const back = giveBack(inApproval(), li.id, wang.id);
    expect(eventsOf(back)).toEqual([{ type: 'request.returned', by: 'li', holder: 'wang' }]);
    expect(yes(back)).toMatchObject({ status: 'returned', approval: 'APR-3', owner: 'wang', holder: 'wang' });
  });

  test('is only what is being approved', () => {
    for (const status of statuses.filter((one) => one !== 'in-approval')) {
      expect(no(giveBack(requestIn(status), li.id, wang.id))).toMatchObject({ type: 'request.not-now', status });
    }
  });
});

describe('sent again', () => {
  test('it is in approval once more, with what was changed', () => {
    const sent = sendAgain(returned(), by(wang), '新标题', { background: 'new' });
    expect(eventsOf(sent)).toEqual([{ type: 'request.resubmitted', by: 'wang' }]);
    expect(yes(sent)).toMatchObject({
      ...{ status: 'in-approval', approval: 'APR-3', owner: 'wang' },
      ...{ title: '新标题', answers: { background: 'new' } },
    });
    expect(yes(sent)).not.toHaveProperty('holder');
    const { title, answers } = returned();
    expect(yes(sendAgain(returned(), by(wang), title, answers))).toEqual(inApproval());
  });

  test('may go round as often as the approvers like', () => {
    const { title, answers } = returned();
    const again = yes(sendAgain(returned(), by(wang), title, answers));
    expect(yes(giveBack(again, li.id, wang.id))).toEqual(returned());
  });

  test('is for whoever revises it; the others are told who that is', () => {
    for (const actor of [...others.map(by), clock]) {
      expect(no(sendAgain(returned(), actor, 'x', {}))).toEqual({
        type: 'request.not-now',
        status: 'returned',
        holder: 'wang',
      });
    }
  });

  test('is nothing that was not given back', () => {
    for (const status of statuses.filter((one) => one !== 'returned')) {
      expect(no(sendAgain(requestIn(status), by(wang), 'x', {}))).toMatchObject({ type: 'request.not-now', status });
    }
  });
});
