/** Progress reports as they can be seen: forms and cards by template, digests, lists and history. */
import type { Period } from '../../src/domain/cycle.ts';
import type { Person } from '../../src/domain/firm.ts';
import {
  askForProgress,
  missProgress,
  type Progress,
  skipProgress,
  submitProgress,
} from '../../src/domain/progress.ts';
import type { ProgressAnswer } from '../../src/domain/progress-words.ts';
import type { Template } from '../../src/domain/project.ts';
import type { PictureName } from '../../src/bot/intents/pictures.ts';
import { yes } from '../domain/decisions.ts';
import { by, li, wang, xu } from '../domain/firm.ts';
import { at, cycleOf, leaveOf, reportOf, week, withProject } from '../domain/reports.ts';
import { later } from '../domain/requests.ts';
import type { Scene, Viewer } from './scenes.ts';

const report = (number: number, person: Person): Progress => reportOf(person, later(600), `REP-${number}`);
const said = {
  done: '完成 8 家访谈\n整理 <纪要>',
  next: '出初稿',
  blocked: '海外数据授权未到',
  health: 'off-track',
} as const;

const reports = {
  asked: report(1, wang),
  submitted: yes(submitProgress(report(1, wang), by(wang), at(later(700)), said)),
  skipped: yes(skipProgress(report(1, wang), by(wang), later(700))),
  missed: yes(missProgress(report(1, wang), at(later(5000)))),
  late: yes(submitProgress(yes(missProgress(report(1, wang), at(later(5000)))), by(wang), at(later(6000)), said)),
  excused: yes(missProgress(report(1, wang), { ...at(later(5000)), leave: leaveOf(wang) })),
  ofLi: yes(submitProgress(report(2, li), by(li), at(later(650)), { done: '评审', health: 'on-track' })),
};

const inProject = (number: number, template: Template, period: Period, now: Date, person: Person = wang): Progress =>
  yes(askForProgress(`REP-${number}`, { person, cycle: cycleOf(template), period }, at(now, withProject)));
const answeredBy = (person: Person, report: Progress, answer: ProgressAnswer): Progress =>
  yes(submitProgress(report, by(person), at(report.openedAt, withProject), answer));
const weekBefore = later(-7 * 1440 + 600);

/** A project reports by the week, by the day and at milestones. */
const project = {
  weekly: inProject(1, 'weekly', week, later(600)),
  before: answeredBy(wang, inProject(5, 'weekly', '2026-W47', weekBefore), {
    ...{ done: '立项', next: '访谈 10 家 <门店>', blocked: '数据授权\n未到', health: 'at-risk' },
  }),
  ofXu: answeredBy(xu, inProject(6, 'weekly', '2026-W47', weekBefore, xu), { done: 'Data model', health: 'on-track' }),
  daily: inProject(1, 'daily', '2026-11-23', later(600)),
  dailySaid: answeredBy(wang, inProject(1, 'daily', '2026-11-23', later(600)), { done: '两场访谈', blocked: '无' }),
  milestone: inProject(1, 'milestone', 'kickoff', later(600)),
  milestoneSaid: answeredBy(wang, inProject(1, 'milestone', 'kickoff', later(600)), {
    ...{ result: '已启动', deviations: '晚两天', next: '试点', health: 'on-track' },
  }),
};

export const reportOfWang = reports.asked;

const author: Viewer = { as: 'the author', person: wang };
const of = (picture: PictureName, title: string, what: string, more: Partial<Scene> = {}): Scene => ({
  ...{ picture, title, of: what },
  ...more,
});
const inside = (picture: PictureName, title: string, what: string, more: Partial<Scene> = {}): Scene =>
  of(picture, title, what, { where: withProject, now: later(700), ...more });

export const progressScenes: readonly Scene[] = [
  ...Object.entries(reports)
    .filter(([title]) => title !== 'ofLi')
    .map(([title, one]) => of('progress', title, 'REP-1', { records: [one] })),
  of('progress-form', 'empty', 'REP-1', { records: [reports.asked] }),
  of('progress-form', 'to be changed', 'REP-1', { records: [reports.submitted] }),
  ...(['weekly', 'daily', 'dailySaid', 'milestone', 'milestoneSaid'] as const).map((title) =>
    inside('progress', `of a project: ${title}`, 'REP-1', { records: [project[title], project.before] }),
  ),
  inside('progress-form', 'of a project, with what was planned', 'REP-1', {
    records: [project.weekly, project.before],
  }),
  inside('progress-form', 'of a day', 'REP-1', { records: [project.daily] }),
  inside('progress-form', 'of a milestone', 'REP-1', { records: [project.milestone] }),
  inside('progress-choice', 'one owed, others to write', wang.id, {
    viewers: [author],
    records: [project.weekly, project.before],
  }),
  inside('progress-choice', 'those of a week', `${wang.id}/2026-W47`, {
    viewers: [author],
    records: [project.before],
  }),
  inside('progress-history', 'two weeks', 'PRJ-2', { records: [project.before, project.ofXu, project.weekly] }),
  inside('progress-history', 'days, which have no health', 'PRJ-2/daily', { records: [project.dailySaid] }),
  inside('progress-history', 'nothing yet', 'PRJ-2/milestone'),
  inside('progress-period', 'a week', 'PRJ-2/2026-W47', { records: [project.before, project.ofXu] }),
  of('progress-digest', 'one is missing', `strategy/${week}`, { records: [reports.missed, reports.ofLi] }),
  of('progress-digest', 'one skipped', `strategy/${week}`, { records: [reports.skipped, reports.ofLi] }),
  of('progress-digest', 'all are in, the worst first', `strategy/${week}`, {
    records: [reports.ofLi, reports.submitted],
  }),
];
