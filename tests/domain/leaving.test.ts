/** Whoever leaves the firm holds nothing any more: not a place, not a voice for somebody else, not a request. */
import { describe, expect, test } from 'vitest';
import { withAbsence } from '../../src/domain/absence.ts';
import { approve } from '../../src/domain/approval/approval.ts';
import { coverAll } from '../../src/domain/approval/care.ts';
import { addApprover } from '../../src/domain/approval/hands.ts';
import { succeed } from '../../src/domain/approval/succeed.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { type Firm, type Person, withoutPerson } from '../../src/domain/firm.ts';
import { heirOf, sweep } from '../../src/domain/leaving.ts';
import { handOver } from '../../src/domain/request.ts';
import { asked, asking, seats, sentBack, these } from './approvals.ts';
import { yes } from './decisions.ts';
import { by, chen, firm, flow, li, stage, sun, wang, xu, zhao } from './firm.ts';
import { done, inService, later, requestIn, running, submitted } from './requests.ts';

const gone = (person: Person, from: Firm = firm): Firm => withoutPerson(from, person);
const left = (approval: Parameters<typeof succeed>[0], person: Person) =>
  succeed(approval, person.id, later(60), gone(person));

describe('an approval', () => {
  test('passes on to the head of the department, who is told since when and from whom', () => {
    const next = left(asked([wang]), wang);
    expect(next?.events).toEqual([{ type: 'approval.taken-over', from: wang.id, to: li.id, asks: [li.id] }]);
    expect(seats(next?.state ?? asked([wang]))).toEqual([['li']]);
    expect(next?.state.steps[0]?.seats[0]?.[0]).toMatchObject({
      came: 'successor',
      sentBy: wang.id,
      askedAt: later(60),
    });
    expect(next?.state.moves.at(-1)).toMatchObject({ type: 'taken-over', by: wang.id, to: li.id });
  });

  test('of a head passes on to management, and never to whoever asked', () => {
    expect(turnOf(left(asked([li]), li)?.state ?? asked([li]))).toEqual([zhao.id]);
    const ownOfManagement = running(submitted({ askedBy: zhao }), asking([li]));
    expect(turnOf(left(ownOfManagement, li)?.state ?? ownOfManagement)).toEqual([sun.id]);
  });

  test('goes first to somebody who does not sit there already', () => {
    const all = asked([li, zhao], { rule: 'all' });
    expect(turnOf(left(all, li)?.state ?? all)).toEqual([sun.id, zhao.id]);
  });

  test('that was theirs only in somebody else’s stead goes to the next who may speak', () => {
    const absent = withAbsence(firm, {
      ...{ kind: 'absence', number: 'ABS-1', person: li.id, fromDay: '2026-11-23', untilDay: '2026-11-27' },
      ...{ beginsAt: later(0), endsAt: later(9000), delegate: chen.id, status: 'away' },
    });
    const covered = coverAll([asked([li])], absent)[0]?.state ?? asked([li]);
    expect(turnOf(covered)).toEqual([li.id, chen.id]);
    const after = succeed(covered, chen.id, later(60), gone(chen, absent));
    expect(turnOf(after?.state ?? covered)).toEqual([li.id, zhao.id]);
    expect(after?.events).toEqual([{ type: 'approval.stand-in', person: li.id, standIn: zhao.id }]);
  });

  test('of a later turn is found a successor when it comes: of a later stage, or after somebody in the line', () => {
    const two = running(submitted(), flow(stage({ approvers: these(li) }), stage({ approvers: these(chen) })));
    expect(left(two, chen)).toBeUndefined();
    const next = yes(approve(two, by(li), later(30), gone(chen)));
    expect(seats(next, 1)).toEqual([['zhao']]);

    const line = yes(addApprover(asked([li]), by(li), later(20), firm, {}, chen.id, 'after'));
    const over = yes(approve(line, by(li), later(30), gone(chen)));
    expect(over.status).toBe('running');
    expect(turnOf(over)).not.toContain(chen.id);
    expect(turnOf(over)).toHaveLength(1);
  });

  test('that was sent back is revised by whoever steps in', () => {
    const returned = sentBack(running(submitted(), asking([zhao])), zhao);
    expect(returned.advocate).toBe(wang.id);
    const next = left(returned, wang);
    expect(next?.state).toMatchObject({ status: 'returned', advocate: li.id });
  });

  test('that is over, or none of theirs, is left alone', () => {
    expect(left(yes(approve(asked([li]), by(li), later(20), firm)), li)).toBeUndefined();
    expect(left(asked([li]), xu)).toBeUndefined();
  });
});

describe('a request', () => {
  test('that they work on, or were to revise, is the successor’s; one that is over stays', () => {
    expect(handOver(inService(), wang.id, li.id)?.state).toMatchObject({ owner: li.id });
    expect(handOver(requestIn('returned'), wang.id, li.id)?.state).toMatchObject({ owner: li.id, holder: li.id });
    // It may still be reopened.
    expect(handOver(done(), wang.id, li.id)?.state).toMatchObject({ owner: li.id });
    expect(handOver(requestIn('closed'), wang.id, li.id)).toBeUndefined();
    expect(handOver(inService(), chen.id, li.id)).toBeUndefined();
  });
});

test('all of it in one sweep, and where each of it went', () => {
  const swept = sweep(wang.id, { approvals: [asked([wang])], requests: [inService()] }, later(60), gone(wang));
  expect(swept.map((one) => [one.state.kind, heirOf(one)])).toEqual([
    ['approval', li.id],
    ['request', li.id],
  ]);
});
