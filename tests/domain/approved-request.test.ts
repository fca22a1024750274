/** An approval and the request it is about move together. */
import { expect, test } from 'vitest';
import { approve, reject, start, withdraw } from '../../src/domain/approval/approval.ts';
import type { ApprovalDecision } from '../../src/domain/approval/approval.ts';
import { comment } from '../../src/domain/approval/care.ts';
import { sendBack } from '../../src/domain/approval/revise.ts';
import { bothAfter } from '../../src/domain/approved-request.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { dueAt } from '../../src/domain/sla.ts';
import { again, agreed, asking as askingThese, sentBack } from './approvals.ts';
import { ann, by, firm, li, wang, zhao } from './firm.ts';
import { asking, inApproval, later, requestIn, returned, running, statuses, submitted } from './requests.ts';

const now = later(120);

/** What becomes of the request after a move of its approval; undefined where it stays as it is. */
function requestAfter(decision: ApprovalDecision, request: Request | undefined = inApproval()) {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  const [approval, after, ...more] = bothAfter(decision, request, now, firm);
  expect(approval).toEqual({ state: decision.state, events: decision.events });
  expect(more).toEqual([]);
  return after;
}

const approved = () => approve(agreed(running(), li), by(zhao), now, firm);

test('a yes on the way leaves the request in approval', () => {
  expect(requestAfter(approve(running(), by(li), now, firm))).toBeUndefined();
});

test('the last yes begins the work, and its own due date with it', () => {
  const after = requestAfter(approved());
  expect(after?.events).toEqual([{ type: 'request.service-began', by: 'zhao', approved: true }]);
  expect(after?.state).toMatchObject({ status: 'in-service', owner: 'wang' });
  const resolution = after?.state.kind === 'request' ? after.state.resolution : undefined;
  expect(resolution && dueAt(resolution, firm.calendar)).toEqual(new Date('2026-12-07T04:00:00Z'));
});

test('approved by the flow’s own rule, the work begins in the name of whoever asked', () => {
  const rule = askingThese([li], { autoApprove: 'budget > 0' });
  expect(requestAfter(start(asking(), rule, firm, now))?.events).toEqual([
    { type: 'request.service-began', by: 'ann', approved: true },
  ]);
});

test('approved because a revision leaves nothing to ask, the work begins in the name of whoever revised it', () => {
  const back = sentBack(running(submitted(), askingThese([li], { when: 'budget > 0' })), li);
  expect(requestAfter(again(back, { answers: {} }))?.events).toMatchObject([{ by: 'wang', approved: true }]);
});

test('a no ends it with the approver’s reason, which stays inside', () => {
  const after = requestAfter(reject(running(), by(li), now, {}, '利润率太低'));
  expect(after?.events).toEqual([{ type: 'request.approval-refused', by: 'li', reason: '利润率太低' }]);
  expect(after?.state).toMatchObject({ status: 'declined', by: 'li', reason: '利润率太低', afterApproval: true });
});

test('a no that leaves the number within reach changes nothing yet', () => {
  const two = running(submitted(), askingThese([li, zhao, wang], { rule: { atLeast: 2 } }));
  expect(requestAfter(reject(two, by(li), now, {}, 'no'))).toBeUndefined();
});

test('sent back, it waits for whoever answers for it', () => {
  const after = requestAfter(sendBack(running(), by(li), now, firm, {}, '预算怎么算的？'));
  expect(after?.events).toEqual([{ type: 'request.returned', by: 'li', holder: 'wang' }]);
  expect(after?.state).toEqual(returned());
});

test('sent back to an earlier stage, it stays in approval', () => {
  expect(requestAfter(sendBack(agreed(running(), li), by(zhao), now, firm, {}, '再看一下', 0))).toBeUndefined();
});

test('a remark while it is being revised does not give it back twice', () => {
  expect(requestAfter(comment(sentBack(running(), li), by(wang), now, '明天改好'), returned())).toBeUndefined();
});

test('an approval that is withdrawn goes with its request, not the other way round', () => {
  expect(requestAfter(withdraw(running(), ann.id, now))).toBeUndefined();
});

test('a request that is not in approval any more, or is not there, is left alone', () => {
  for (const status of statuses.filter((one) => one !== 'in-approval')) {
    for (const decision of [approved(), reject(running(), by(li), now, {}, 'no')]) {
      expect(requestAfter(decision, requestIn(status))).toBeUndefined();
    }
  }
  const decision = approved();
  if (!decision.ok) throw new Error('it is approved');
  expect(bothAfter(decision, undefined, now, firm)).toHaveLength(1);
});
