/** Who may look at what. The table reads like policy; everybody who is not named may not. */
import { expect, test } from 'vitest';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { start } from '../../src/domain/approval/approval.ts';
import { escalate } from '../../src/domain/approval/care.ts';
import { transfer } from '../../src/domain/approval/hands.ts';
import type { Firm, Person } from '../../src/domain/firm.ts';
import {
  mayViewApproval,
  mayViewCycle,
  mayViewProgress,
  mayViewRequest,
  mayViewSurvey,
} from '../../src/domain/visibility.ts';
import { asked, asking } from './approvals.ts';
import { yes } from './decisions.ts';
import { ann, bob, by, chen, everyone, firm, li, sun, wang, xu, zhao } from './firm.ts';
import { asking as toApprove, later, monday, requestIn, running, statuses, submitted } from './requests.ts';
import { cycleOf, reportOf, rollout, withProject } from './reports.ts';
import { sending } from './surveys.ts';

function viewers(may: (person: Person) => boolean): readonly string[] {
  return everyone.filter(may).map(({ id }) => id);
}

const ids = (...people: readonly Person[]): readonly string[] => people.map(({ id }) => id);

test('a client’s request is seen by that client’s contacts, its desk, and those who watch over the firm; in every state', () => {
  for (const status of statuses) {
    expect(viewers((person) => mayViewRequest(requestIn(status), person, firm))).toEqual(
      ids(wang, li, zhao, sun, ann, bob),
    );
  }
});

test('a request from inside is seen by its requester, their head, the desk and those who watch over the firm', () => {
  const { client: _, ...inside } = submitted({ askedBy: xu });
  expect(viewers((person) => mayViewRequest(inside, person, firm))).toEqual(ids(wang, li, chen, xu, zhao, sun));
});

test('a request for a client is seen by that client even when a colleague asked for it', () => {
  const forThem = submitted({ askedBy: wang });
  expect(viewers((person) => mayViewRequest(forThem, person, firm))).toEqual(ids(wang, li, zhao, sun, ann, bob));
});

test('an auditor sees every request', () => {
  const auditor: Person = { ...xu, roles: ['auditor'] };
  expect(mayViewRequest(submitted(), auditor, firm)).toBe(true);
});

test('a role on somebody from outside opens nothing', () => {
  for (const kind of ['contact', 'stranger'] as const) {
    const pretender: Person = { ...zhao, kind, roles: ['management', 'admin', 'quality', 'auditor'] };
    expect(mayViewRequest(submitted(), pretender, firm)).toBe(false);
    expect(mayViewApproval(running(), submitted(), pretender, firm)).toBe(false);
  }
});

test('an approval is internal: the firm’s own who may see the request, and who were or will be asked', () => {
  const request = submitted();
  expect(viewers((person) => mayViewApproval(running(), request, person, firm))).toEqual(ids(wang, li, zhao, sun));
  expect(viewers((person) => mayViewApproval(asked([chen]), request, person, firm))).toEqual(
    ids(wang, li, chen, zhao, sun),
  );
});

test('whoever was given a place in an approval sees it, and whoever gave theirs away still does', () => {
  const request = submitted();
  const sees = (person: Person, approval: Approval) => mayViewApproval(approval, request, person, firm);
  const handed = yes(transfer(asked([xu]), by(xu), later(20), firm, {}, chen.id));
  expect([sees(xu, handed), sees(chen, handed)]).toEqual([true, true]);
  expect([sees(xu, running()), sees(chen, running())]).toEqual([false, false]);
  const slow = { stage: 0, person: xu.id, askedAt: later(10) };
  const raised = running(request, { ...asking([xu]), escalation: 'replace' });
  expect(sees(xu, yes(escalate(raised, slow, later(20), firm)))).toBe(true);
  const also = yes(escalate(asked([xu]), slow, later(20), firm));
  expect(sees(chen, also)).toBe(true);
  expect(sees(xu, yes(transfer(also, by(chen), later(30), firm, {}, sun.id)))).toBe(true);
  const xuIsAway: Firm = { ...firm, away: new Map([[xu.id, { delegate: chen.id }]]) };
  const forXu = yes(start(toApprove(), asking([xu]), xuIsAway, later(10)));
  expect(sees(xu, yes(transfer(forXu, by(chen), later(30), firm, {}, sun.id)))).toBe(true);
});

test('a report is seen by its author, the head of the department and management', () => {
  const report = reportOf(wang, monday);
  expect(viewers((person) => mayViewProgress(report, person, firm))).toEqual(ids(wang, li, zhao));
});

test('the reports of a project are seen by its members and its manager, the heads of their departments and management', () => {
  const { id } = cycleOf('daily');
  expect(viewers((person) => mayViewCycle(id, person, withProject))).toEqual(ids(wang, li, chen, xu, zhao));
  const led = { ...rollout, pm: sun.id, members: [xu.id] };
  const where: Firm = { ...withProject, projects: new Map([[led.id, led]]) };
  expect(viewers((person) => mayViewCycle(id, person, where))).toEqual(ids(chen, xu, zhao, sun));
  expect(viewers((person) => mayViewCycle(id, person, firm))).toEqual(ids(zhao));
});

test('a survey is seen by the contact it was sent to, who did the work, the account manager, management and quality', () => {
  const survey = yes(sending(monday, li));
  expect(viewers((person) => mayViewSurvey(survey, person, firm))).toEqual(ids(wang, li, zhao, sun, ann));
});

test('a client without a manager, and a department without a head, open nothing to anybody else', () => {
  const headless: Firm = {
    ...firm,
    departments: new Map([...firm.departments].map(([id, { name }]) => [id, { id, name }])),
    clients: new Map([...firm.clients].map(([id, { name }]) => [id, { id, name }])),
  };
  expect(viewers((person) => mayViewRequest(submitted(), person, headless))).toEqual(
    ids(wang, li, zhao, sun, ann, bob),
  );
  expect(mayViewProgress(reportOf(wang, monday), li, headless)).toBe(false);
});
