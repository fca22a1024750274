/** Weekly reports: asked of those who work on engagements, answered by themselves, once or better. */
import { expect, test } from 'vitest';
import type { DepartmentId } from '../../src/domain/ids.ts';
import {
  askAgain,
  askForProgress,
  missProgress,
  openProgress,
  type Progress,
  progressKey,
  readerOf,
  remind,
  reports,
  skipProgress,
  submitProgress,
  weekOfReports,
} from '../../src/domain/progress.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { by, chen, clock, everyone, firm, li, sun, wang, xu } from './firm.ts';
import { later, monday } from './requests.ts';

const week = '2026-W48';
const said = { done: ' 访谈 8 家 ', next: '', blocked: ' \n', risk: '样本偏少', health: 'at-risk' } as const;

const asked = yes(askForProgress('REP-1', wang, week, monday));
const inState: Readonly<Record<Progress['status'], Progress>> = {
  asked,
  submitted: yes(submitProgress(asked, by(wang), later(10), said)),
  skipped: yes(skipProgress(asked, by(wang), later(10))),
  missed: yes(missProgress(asked, later(10))),
};
const states = Object.keys(inState) as readonly Progress['status'][];

test('staff and project leads report; management, quality, clients and strangers do not', () => {
  expect(everyone.filter(reports).map(({ id }) => id)).toEqual(['wang', 'li', 'chen', 'xu']);
  for (const person of everyone.filter((one) => !reports(one))) {
    expect(no(askForProgress('REP-1', person, week, monday))).toEqual({ type: 'progress.not-asked-of-you' });
    expect(no(openProgress('REP-1', person, week, monday))).toEqual({ type: 'progress.not-asked-of-you' });
  }
});

test('there is one report per person and week, whoever opens it first', () => {
  expect(progressKey(wang.id, week)).toBe('progress:wang:2026-W48');
  const opened = openProgress('REP-1', wang, week, monday);
  expect(yes(opened)).toEqual(asked);
  expect(eventsOf(opened)).toEqual([{ type: 'progress.opened', by: 'wang' }]);
  expect(eventsOf(askAgain(yes(opened)))).toEqual([{ type: 'progress.asked' }]);
});

test('what was said is kept trimmed, and what was left empty is left out', () => {
  expect(inState.submitted).toMatchObject({
    words: { done: '访谈 8 家', risk: '样本偏少', health: 'at-risk' },
    department: 'strategy',
    late: false,
  });
  expect(inState.submitted).not.toHaveProperty('words.next');
  expect(inState.submitted).not.toHaveProperty('words.blocked');
});

test('a report needs what was done and how it stands', () => {
  const missing = (answer: Parameters<typeof submitProgress>[3]) => no(submitProgress(asked, by(wang), monday, answer));
  expect(missing({ ...said, done: ' \u200b' })).toEqual({ type: 'progress.words-missing', field: 'done' });
  expect(missing({ ...said, health: undefined })).toEqual({ type: 'progress.words-missing', field: 'health' });
});

test('an answer may be given in any state and replaces the one before', () => {
  for (const state of states) {
    const again = yes(submitProgress(inState[state], by(wang), later(99), { done: '改', health: 'on-track' }));
    expect(again).toMatchObject({ status: 'submitted', words: { done: '改' }, submittedAt: later(99) });
  }
});

test('an answer after the grace is late, and stays late however often it is changed', () => {
  const late = yes(submitProgress(inState.missed, by(wang), later(99), said));
  expect(late).toMatchObject({ late: true });
  expect(yes(submitProgress(late, by(wang), later(100), said))).toMatchObject({ late: true });
});

test('a week can be skipped, and a report is reminded of, asked again or missed, only while it is owed', () => {
  for (const state of states.filter((one) => one !== 'asked')) {
    expect(no(skipProgress(inState[state], by(wang), monday))).toEqual({ type: 'progress.already', status: state });
    expect(no(askAgain(inState[state]))).toEqual({ type: 'progress.already', status: state });
    expect(no(remind(inState[state]))).toEqual({ type: 'progress.nothing-due' });
    expect(no(missProgress(inState[state], monday))).toEqual({ type: 'progress.nothing-due' });
  }
  expect(eventsOf(remind(asked))).toEqual([{ type: 'progress.reminded' }]);
  expect(inState.skipped).toMatchObject({ status: 'skipped', skippedAt: later(10) });
});

test('nobody answers or skips for somebody else', () => {
  for (const actor of [...everyone.filter((person) => person !== wang).map(by), clock]) {
    expect(no(submitProgress(asked, actor, monday, said))).toEqual({ type: 'progress.not-yours' });
    expect(no(skipProgress(asked, actor, monday))).toEqual({ type: 'progress.not-yours' });
  }
});

test('a week is told by name, in the same order however its reports come', () => {
  const missing = [wang, li, chen, xu].map((person, n) => yes(askForProgress(`REP-${n + 1}`, person, week, monday)));
  const told = weekOfReports(missing, firm);
  expect(told.missing).toEqual(['li', 'wang', 'chen', 'xu']);
  expect(weekOfReports(missing.toReversed(), firm)).toEqual(told);
});

test('a week has whoever answered, whoever is still to, and whoever skipped it', () => {
  const { submitted, skipped, missed } = inState;
  const reports = [
    submitted,
    { ...skipped, person: xu.id },
    { ...missed, person: li.id },
    { ...asked, person: chen.id },
  ];
  expect(weekOfReports(reports, firm)).toEqual({ answered: [submitted], missing: ['li', 'chen'], skipped: ['xu'] });
});

test('somebody who has left is still counted', () => {
  const without = { ...firm, people: new Map([...firm.people].filter(([id]) => id !== wang.id)) };
  expect(weekOfReports([asked], without).missing).toEqual(['wang']);
});

test('a department’s reports are read by its head; those of people without one by nobody', () => {
  expect(readerOf('strategy' as DepartmentId, firm)).toBe('li');
  expect(readerOf('nowhere' as DepartmentId, firm)).toBeUndefined();
  expect(readerOf(sun.department, firm)).toBeUndefined();
});
