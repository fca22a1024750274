/** The life of a request, in what is easily got wrong: clocks, owners, words, and what ends it. */
import { expect, test } from 'vitest';
import {
  beginService,
  close,
  decline,
  markDone,
  refuseService,
  reopen,
  submit,
  take,
  withdraw,
} from '../../src/domain/request.ts';
import { askForInfo, giveInfo } from '../../src/domain/request-info.ts';
import { triage } from '../../src/domain/request-triage.ts';
import { dueAt, stateOf } from '../../src/domain/sla.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, bob, by, chen, firm, li, max, review, wang, xu } from './firm.ts';
import { begun, inApproval, inService, later, monday, requestIn, statuses, submitted } from './requests.ts';

const now = later(30);

const workDue = ({ resolution }: Request): Date | undefined => resolution && dueAt(resolution, firm.calendar);

test('a request belongs to the desk of its service and must be answered half an hour of working time later', () => {
  const request = submitted();
  expect(request).toMatchObject({ team: 'strategy', askedBy: 'ann', client: 'globex', priority: 'normal' });
  expect(dueAt(request.response, firm.calendar)).toEqual(new Date('2026-11-23T02:30:00Z'));
  expect(stateOf(request.response)).toBe('running');
});

test('the first response stops with the first human answer and is never moved by a later one', () => {
  const asked = requestIn('need-info');
  const met = { type: 'met', by: 'wang', notedAt: later(5), usedMs: 300_000 };
  expect(asked.response.entries.at(-1)).toEqual(met);
  const answered = yes(giveInfo(asked, by(ann), later(20), 'East China'));
  expect(yes(take(answered, by(li), later(90), firm)).response.entries.at(-1)).toEqual(met);
  expect(yes(decline(answered, by(li), later(90), firm, 'no')).response.entries.at(-1)).toEqual(met);
});

test('taking begins the work and its own due date, unless it must be approved first', () => {
  const taken = take(submitted(), by(wang), monday, firm);
  expect(eventsOf(taken).map(({ type }) => type)).toEqual(['request.taken', 'request.service-began']);
  expect(yes(taken).status).toBe('in-service');
  expect(workDue(yes(taken))).toEqual(new Date('2026-12-07T02:00:00Z'));

  const waiting = take(submitted(), by(wang), monday, firm, 'APR-3');
  expect(eventsOf(waiting).map(({ type }) => type)).toEqual(['request.taken']);
  expect(yes(waiting)).toMatchObject({ status: 'in-approval', owner: 'wang', approval: 'APR-3' });
  expect(yes(waiting).resolution).toBeUndefined();
});

test('a service that promises no date gives none', () => {
  const request = yes(submit({ number: 'REQ-8', title: 'x', service: review, answers: {} }, wang, monday, firm));
  expect(request.client).toBeUndefined();
  expect(yes(take(request, by(xu), later(5), firm)).resolution).toBeUndefined();
});

test('whoever comes second is told who was first', () => {
  expect(no(take(inService(), by(li), now, firm))).toEqual({
    type: 'request.not-now',
    status: 'in-service',
    holder: 'wang',
  });
});

test('a question, an answer and a reason must be words: spaces and invisible characters are none', () => {
  for (const nothing of [undefined, '', '  \n\t', '\u200b\u2060']) {
    expect(no(askForInfo(submitted(), by(wang), now, firm, nothing))).toMatchObject({ field: 'question' });
    expect(no(giveInfo(requestIn('need-info'), by(ann), now, nothing))).toMatchObject({ field: 'answer' });
    expect(no(decline(submitted(), by(wang), now, firm, nothing))).toMatchObject({ field: 'reason' });
  }
});

test('question and answer are kept together, as they were said', () => {
  const answered = yes(giveInfo(requestIn('need-info'), by(ann), later(20), '  只看华东 '));
  expect(answered.exchanges).toEqual([
    {
      question: '调研范围包括海外吗？',
      by: 'wang',
      askedAt: later(5),
      answer: '只看华东',
      answeredAt: later(20),
    },
  ]);
});

test('the desk hands work to one of its own, and only once somebody has it', () => {
  expect(yes(triage(inService(), by(wang), now, firm, { priority: 'high', owner: li.id }))).toMatchObject({
    owner: 'li',
    priority: 'high',
  });
  expect(eventsOf(triage(inService(), by(wang), now, firm, { priority: 'high', owner: li.id }))).toEqual([
    { type: 'request.triaged', by: 'wang', priority: 'high', owner: 'li' },
  ]);
  expect(no(triage(inService(), by(wang), now, firm, { priority: 'high', owner: xu.id })).type).toBe(
    'request.only-its-desk',
  );
  expect(yes(triage(submitted(), by(wang), now, firm, { priority: 'high', owner: li.id }))).not.toHaveProperty('owner');
});

test('handing work to the one who has it is no handing over', () => {
  expect(eventsOf(triage(inService(), by(li), now, firm, { priority: 'normal', owner: wang.id }))).toEqual([
    { type: 'request.triaged', by: 'li', priority: 'normal' },
  ]);
});

test('an approval that comes through begins the work; the due date counts from that moment', () => {
  expect(begun()).toMatchObject({ status: 'in-service', owner: 'wang' });
  expect(workDue(begun())).toEqual(new Date('2026-12-07T04:00:00Z'));
  for (const status of statuses.filter((one) => one !== 'in-approval')) {
    expect(no(beginService(requestIn(status), li.id, now, firm)).type).toBe('request.not-now');
    expect(no(refuseService(requestIn(status), li.id, 'no', now)).type).toBe('request.not-now');
  }
});

test('an approval that is rejected ends the request, and the reason is marked as internal', () => {
  expect(yes(refuseService(inApproval(), li.id, '利润率太低', now))).toMatchObject({
    status: 'declined',
    by: 'li',
    reason: '利润率太低',
    afterApproval: true,
  });
  expect(requestIn('declined')).not.toHaveProperty('afterApproval');
});

test('what is done closes by itself, once', () => {
  expect(yes(close(requestIn('done'), now)).status).toBe('closed');
  for (const status of statuses.filter((one) => one !== 'done')) {
    expect(no(close(requestIn(status), now))).toEqual({ type: 'request.nothing-due' });
  }
});

test('a reopened request counts its reopenings and keeps its owner', () => {
  const again = yes(reopen(yes(markDone(requestIn('reopened'), by(li), now, firm)), by(ann), now, firm));
  expect(again).toMatchObject({ status: 'reopened', reopenings: 2, owner: 'wang' });
  expect(again).not.toHaveProperty('doneAt');
});

test('the head of a department works its desk; another head does not', () => {
  expect(take(submitted(), by(li), now, firm).ok).toBe(true);
  expect(take(submitted(), by(chen), now, firm).ok).toBe(false);
});

test('a colleague at the client may look, but not act for the requester; nor may anybody of another client', () => {
  for (const person of [bob, max])
    expect(no(withdraw(submitted(), by(person), now, firm)).type).toBe('request.only-its-requester');
});
