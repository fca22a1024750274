/** Progress reports: asked of those who work on engagements, answered by themselves, once or better, until the digest. */
import { describe, expect, test } from 'vitest';
import { type CycleId, cycleCalled, cyclesFor, leadOf } from '../../src/domain/cycle.ts';
import type { Firm } from '../../src/domain/firm.ts';
import {
  askAgain,
  askForProgress,
  closing,
  missProgress,
  openProgress,
  type Progress,
  progressKey,
  remind,
  skipProgress,
  submitProgress,
} from '../../src/domain/progress.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { by, clock, everyone, firm, li, sun, wang } from './firm.ts';
import { at, cycleOf, leaveOf, reportOf, rollout, subject, week, weeklyOf, withProject } from './reports.ts';
import { later, monday } from './requests.ts';

const said = { done: ' 访谈 8 家 ', next: '', blocked: ' \n', risk: '样本偏少', health: 'at-risk' } as const;

const asked = reportOf(wang, monday);
const inState: Readonly<Record<Progress['status'], Progress>> = {
  asked,
  submitted: yes(submitProgress(asked, by(wang), at(later(10)), said)),
  skipped: yes(skipProgress(asked, by(wang), later(10))),
  missed: yes(missProgress(asked, at(later(10)))),
  excused: yes(missProgress(asked, { ...at(later(10)), leave: leaveOf(wang) })),
};
const states = Object.keys(inState) as readonly Progress['status'][];
const other = { done: '改', health: 'on-track' } as const;

describe('whom a cycle asks', () => {
  test('staff and project leads report; management, quality, clients and strangers do not', () => {
    expect(everyone.filter((person) => cyclesFor(person, firm).length > 0).map(({ id }) => id)).toEqual([
      ...['wang', 'li', 'chen', 'xu'],
    ]);
    const cycle = weeklyOf(wang);
    for (const person of everyone.filter((one) => cyclesFor(one, firm).length === 0)) {
      const one = { person, cycle, period: week };
      expect(no(askForProgress('REP-1', one, at(monday)))).toEqual({ type: 'progress.not-asked-of-you' });
      expect(no(openProgress('REP-1', one, at(monday)))).toEqual({ type: 'progress.not-asked-of-you' });
    }
  });

  test('a project asks its members, and their departments do not ask them the same again', () => {
    expect(cyclesFor(wang, withProject).map(({ id }) => id)).toEqual(['PRJ-2', 'PRJ-2/daily', 'PRJ-2/milestone']);
    expect(cyclesFor(li, withProject).map(({ id }) => id)).toEqual(['strategy']);
    const onlyDaily = { ...rollout, cadences: rollout.cadences.filter(({ template }) => template === 'daily') };
    const where: Firm = { ...firm, projects: new Map([[rollout.id, onlyDaily]]) };
    expect(cyclesFor(wang, where).map(({ id }) => id)).toEqual(['PRJ-2/daily', 'strategy']);
  });

  test('a member who has left is asked nothing, and a member whom nobody would ask otherwise is', () => {
    const where = (person: typeof wang): Firm => ({
      ...withProject,
      people: new Map([...firm.people, [person.id, person]]),
      projects: new Map([[rollout.id, { ...rollout, members: [person.id] }]]),
    });
    const gone = { ...wang, kind: 'former', roles: [] } as const;
    expect(cyclesFor(gone, where(gone))).toEqual([]);
    expect(cyclesFor(sun, where(sun)).map(({ id }) => id)).toContain('PRJ-2');
  });

  test('the digest is the project manager’s, or the department head’s', () => {
    expect(leadOf('strategy' as CycleId, firm)).toBe('li');
    expect(leadOf('PRJ-2/daily' as CycleId, withProject)).toBe('li');
    expect(leadOf('nowhere' as CycleId, firm)).toBeUndefined();
    expect(cycleCalled('PRJ-2/daily', withProject)?.cadence.template).toBe('daily');
  });
});

test('there is one report per cycle, person and period, whoever opens it first', () => {
  expect(progressKey(weeklyOf(wang).id, wang.id, week)).toBe('progress:wang:2026-W48');
  expect(progressKey(cycleOf('daily').id, wang.id, '2026-11-25')).toBe('progress:PRJ-2/daily:wang:2026-11-25');
  const opened = openProgress('REP-1', subject(wang), at(monday));
  expect(yes(opened)).toEqual({ ...asked, dueAt: undefined });
  expect(eventsOf(opened)).toEqual([{ type: 'progress.opened', by: 'wang' }]);
  const again = askAgain(yes(opened), subject(wang), at(monday));
  expect(yes(again)).toEqual(asked);
  expect(eventsOf(again)).toEqual([{ type: 'progress.asked' }]);
});

describe('what is said', () => {
  test('is kept trimmed, and what was left empty is left out', () => {
    expect(inState.submitted).toMatchObject({
      words: { done: '访谈 8 家', risk: '样本偏少', health: 'at-risk' },
      cycle: 'strategy',
      late: false,
    });
    expect(inState.submitted).not.toHaveProperty('words.next');
    expect(inState.submitted).not.toHaveProperty('words.blocked');
  });

  test('needs what was done and how it stands; of a day, what was done; of a milestone, its result and how it stands', () => {
    const missing = (report: Progress, answer: Parameters<typeof submitProgress>[3]) =>
      no(submitProgress(report, by(wang), at(monday, withProject), answer));
    expect(missing(asked, { ...said, done: ' \u200b' })).toEqual({ type: 'progress.words-missing', field: 'done' });
    expect(missing(asked, { ...said, health: undefined })).toEqual({ type: 'progress.words-missing', field: 'health' });
    const daily = yes(askForProgress('REP-2', subject(wang, '2026-11-23', cycleOf('daily')), at(monday, withProject)));
    expect(missing(daily, { next: '明天' })).toEqual({ type: 'progress.words-missing', field: 'done' });
    const about = subject(wang, 'kickoff', cycleOf('milestone'));
    const milestone = yes(askForProgress('REP-3', about, at(monday, withProject)));
    expect(milestone).toMatchObject({ project: '新零售 Rollout', milestone: { 'en-US': 'Kick-off' } });
    expect(missing(milestone, { done: '都好', health: 'on-track' })).toEqual({
      ...{ type: 'progress.words-missing', field: 'result' },
    });
    const answer = { result: '已启动', done: '不问这个', health: 'on-track' } as const;
    expect(yes(submitProgress(milestone, by(wang), at(monday, withProject), answer))).toMatchObject({
      words: { result: '已启动', health: 'on-track' },
    });
  });
});

describe('until when it is taken', () => {
  test('an answer may be given in any state and replaces the one before', () => {
    for (const state of states) {
      const again = yes(submitProgress(inState[state], by(wang), at(later(99)), other));
      expect(again).toMatchObject({ status: 'submitted', words: { done: '改' }, submittedAt: later(99) });
    }
  });

  test('after the grace it is late, and stays late however often it is changed; whoever was excused is not late', () => {
    const late = yes(submitProgress(inState.missed, by(wang), at(later(99)), said));
    expect(late).toMatchObject({ late: true });
    expect(yes(submitProgress(late, by(wang), at(later(100)), said))).toMatchObject({ late: true });
    expect(yes(submitProgress(inState.excused, by(wang), at(later(99)), said))).toMatchObject({ late: false });
  });

  test('when the digest has gone out, what was said stands; a first answer still comes, and is late', () => {
    const sentAt = later(50);
    const closed = { type: 'progress.closed', sentAt };
    expect(closing(inState.submitted, at(later(99)), sentAt)).toEqual(closed);
    expect(no(submitProgress(inState.submitted, by(wang), at(later(99)), other, sentAt))).toEqual(closed);
    for (const state of states.filter((one) => one !== 'submitted'))
      expect(yes(submitProgress(inState[state], by(wang), at(later(99)), said, sentAt))).toMatchObject({ late: true });
  });

  test('once the next one is asked for, in the person’s own time, it is closed', () => {
    const nextAt = new Date('2026-12-04T08:00:00Z');
    for (const state of states) {
      expect(closing(inState[state], at(new Date(nextAt.getTime() - 1)))).toBeUndefined();
      const refusal = no(submitProgress(inState[state], by(wang), at(nextAt), said));
      expect(refusal).toEqual({ type: 'progress.closed', nextAt });
    }
  });

  test('what the firm asks for no more is never closed: an answer is not lost', () => {
    const headless: Firm = { ...firm, departments: new Map() };
    expect(closing(asked, at(new Date('2027-12-04T08:00:00Z'), headless))).toBeUndefined();
  });
});

describe('leave is excused, not missed', () => {
  const leave = leaveOf(wang);

  test('whoever is away when they would be asked has a report that nobody waits for', () => {
    const decision = askForProgress('REP-1', subject(wang), { ...at(monday), leave });
    expect(yes(decision)).toMatchObject({ status: 'excused', untilDay: '2026-12-04' });
    expect(eventsOf(decision)).toEqual([{ type: 'progress.excused' }]);
    expect(yes(askAgain(asked, subject(wang), { ...at(monday), leave })).status).toBe('excused');
  });

  test('whoever has left after the question is not reminded, and is excused in the end', () => {
    expect(no(remind(asked, { ...at(monday), leave }))).toEqual({ type: 'progress.on-leave' });
    expect(inState.excused).toMatchObject({ status: 'excused', untilDay: '2026-12-04' });
  });

  test('so is whoever is of the firm, or of the project, no more', () => {
    const gone: Firm = { ...firm, people: new Map([...firm.people].filter(([id]) => id !== wang.id)) };
    expect(no(remind(asked, at(monday, gone)))).toEqual({ type: 'progress.not-asked-of-you' });
    const excused = yes(missProgress(asked, at(monday, gone)));
    expect(excused.status).toBe('excused');
    expect(excused).not.toHaveProperty('untilDay');
    expect(yes(missProgress(asked, at(monday, withProject))).status).toBe('excused');
  });

  test('a project taken out of the firm file while its reports are open is asked about no more', () => {
    const open = yes(askForProgress('REP-1', subject(wang, week, cycleOf('weekly')), at(monday, withProject)));
    expect(no(remind(open, at(monday)))).toEqual({ type: 'progress.cycle-gone' });
    expect(no(missProgress(open, at(monday)))).toEqual({ type: 'progress.cycle-gone' });
    expect(yes(submitProgress(open, by(wang), at(monday), said)).status).toBe('submitted');
  });
});

test('a week can be skipped, and a report is reminded of, asked again or missed, only while it is owed', () => {
  for (const state of states.filter((one) => one !== 'asked')) {
    expect(no(skipProgress(inState[state], by(wang), monday))).toEqual({ type: 'progress.already', status: state });
    expect(no(askAgain(inState[state], subject(wang), at(monday)))).toEqual({
      ...{ type: 'progress.already', status: state },
    });
    expect(no(remind(inState[state], at(monday)))).toEqual({ type: 'progress.nothing-due' });
    expect(no(missProgress(inState[state], at(monday)))).toEqual({ type: 'progress.nothing-due' });
  }
  expect(eventsOf(remind(asked, at(monday)))).toEqual([{ type: 'progress.reminded' }]);
  expect(inState.skipped).toMatchObject({ status: 'skipped', skippedAt: later(10) });
});

test('nobody answers or skips for somebody else', () => {
  for (const actor of [...everyone.filter((person) => person !== wang).map(by), clock]) {
    expect(no(submitProgress(asked, actor, at(monday), said))).toEqual({ type: 'progress.not-yours' });
    expect(no(skipProgress(asked, actor, monday))).toEqual({ type: 'progress.not-yours' });
  }
});
