/** Projects and cadences of the firm file: what is left out comes from the firm, and a mistake is named with its place and its remedy. */
import { expect, test } from 'vitest';
import { cyclesOf } from '../../src/domain/cycle.ts';
import { parseFirm } from '../../src/bot/runtime/firm-file/read.ts';
import { good, problemsOf } from './firm-text.ts';

const HOUR_MS = 3_600_000;

const projects = `projects:
  - { id: PRJ-1, name: 新零售, client: globex, pm: li, members: [li, zhao], progress: { ask: thu 15:00, remindAfter: 1h } }
  - id: PRJ-2
    name: 数据平台
    pm: li
    members: [zhao]
    progress: [ { template: daily, ask: "17:30" }, { template: milestone, missedAfter: "12:00" } ]
    milestones: [ { id: kickoff, name: { en-US: Kick-off }, day: 2026-12-01 } ]
management: { slack: C0MGMT, feishu: oc_mgmt }
`;
const whole = good.replace('head: li }', 'head: li, progress: { template: daily, ask: "09:30" } }') + projects;

test('a firm with projects is read, each cadence with what it leaves out', () => {
  const firm = parseFirm(whole, 'steward.yaml');
  expect(cyclesOf(firm).map(({ id, name, lead }) => [id, name, lead])).toEqual([
    ['PRJ-1', '新零售', 'li'],
    ['PRJ-2/daily', '数据平台', 'li'],
    ['PRJ-2/milestone', '数据平台', 'li'],
    ['strategy/daily', '战略部', 'li'],
  ]);
  const [weekly, daily, milestone] = cyclesOf(firm).map(({ cadence }) => cadence);
  expect(weekly).toEqual({
    ...firm.progress,
    ...{ template: 'weekly', ask: { weekday: 4, time: '15:00' }, remindAfterMs: HOUR_MS },
  });
  expect(daily).toMatchObject({ ask: { time: '17:30' }, missedAfter: { time: '10:00' }, remindAfterMs: 2 * HOUR_MS });
  expect(milestone).toMatchObject({ ask: { time: '16:00' }, missedAfter: { time: '12:00' } });
  expect(firm.projects.get('PRJ-2')?.milestones).toEqual([
    { id: 'kickoff', name: { 'zh-CN': 'Kick-off', 'en-US': 'Kick-off' }, day: '2026-12-01' },
  ]);
  expect(firm.projects.get('PRJ-1')).toMatchObject({ client: 'globex', members: ['li', 'zhao'], milestones: [] });
  expect(firm.management).toEqual([
    { platform: 'slack', chat: 'C0MGMT' },
    { platform: 'feishu', chat: 'oc_mgmt' },
  ]);
});

test('without projects every department reports by the week, as the firm does', () => {
  const firm = parseFirm(good, 'steward.yaml');
  expect(cyclesOf(firm).map(({ id, cadence }) => [id, cadence])).toEqual([
    ['strategy', { ...firm.progress, template: 'weekly' }],
  ]);
  expect(firm.management).toEqual([]);
});

test.each([
  [
    'id: PRJ-1',
    'id: P1',
    'projects[0].id, 15:11: the number of a project is PRJ- and digits, like PRJ-1 → it is written “P1”',
  ],
  [
    'id: PRJ-2',
    'id: PRJ-1',
    'projects[1].id, 16:9: the project “PRJ-1” is there twice → numbers are unique: give it another',
  ],
  ['client: globex', 'client: globx', 'projects[0].client, 15:37: there is no client “globx” → did you mean globex?'],
  ['pm: li, m', 'pm: lee, m', 'projects[0].pm, 15:49: there is no person “lee” → known here: li, zhao'],
  [
    'pm: li, m',
    'pm: ann, m',
    'projects[0].pm, 15:49: “ann” is a client’s contact → a colleague leads a project: li, zhao',
  ],
  ['[li, zhao]', '[li, zhou]', 'projects[0].members[1], 15:67: there is no person “zhou” → did you mean zhao?'],
  [
    '[li, zhao]',
    '[li, ann]',
    'projects[0].members[1], 15:67: “ann” is a client’s contact → a colleague reports on a project: li, zhao',
  ],
  ['[li, zhao]', '[li, li]', 'projects[0].members[1], 15:67: “li” is there twice → remove one'],
  ['[li, zhao]', '[]', 'projects[0].members, 15:53: it is empty → give it a value'],
  [
    'thu 15:00',
    'fri 25:00',
    'projects[0].progress.ask, 15:91: “fri 25:00” is not a weekday and a time → for example fri 16:00',
  ],
  [
    'remindAfter: 1h',
    'remindAfter: 1 hour',
    'projects[0].progress.remindAfter, 15:115: “1 hour” is not a length of time → 30m, 4h or 3d; calendar time is written 14d calendar',
  ],
  [
    'ask: "17:30"',
    'ask: fri 17:30',
    'projects[1].progress[0].ask, 20:41: a daily report is not asked on a weekday → write the time alone: "17:30"',
  ],
  ['ask: "17:30"', 'ask: "25:30"', 'projects[1].progress[0].ask, 20:41: “25:30” is not a time → for example "17:30"'],
  [
    'ask: "17:30"',
    'asks: "17:30"',
    'projects[1].progress[0].asks, 20:42: there is no such setting here → did you mean ask?',
  ],
  [
    'template: daily, ask: "17',
    'template: dayly, ask: "17',
    'projects[1].progress[0].template, 20:29: “dayly” is not possible here → did you mean daily?',
  ],
  [
    '{ template: daily, ask: "17:30" }, ',
    '{ template: milestone }, ',
    'projects[1].progress[1], 20:42: it is asked milestone already → one block for each template',
  ],
  [
    ', { template: milestone, missedAfter: "12:00" }',
    '',
    'projects[1].milestones, 21:5: nobody is asked about them → add { template: milestone } to its progress',
  ],
  [
    '    milestones: [ { id: kickoff, name: { en-US: Kick-off }, day: 2026-12-01 } ]\n',
    '',
    'projects[1].progress, 20:5: there are no milestones to ask about → add milestones: [ { id, name, day } ]',
  ],
  [
    '2026-12-01',
    '2026-13-01',
    'projects[1].milestones[0].day, 21:66: “2026-13-01” is not a day → for example 2026-12-01',
  ],
  [
    '{ template: daily, ask: "09:30" }',
    '{ template: milestone }',
    'departments[0].progress, 3:53: a department has no milestones → give them to a project',
  ],
  ['slack: C0MGMT', 'slak: C0MGMT', 'management.slak, 22:21: there is no such setting here → did you mean slack?'],
])('instead of “%s”, “%s” is answered with its place and a remedy', (right, wrong, answer) => {
  expect(whole).toContain(right);
  expect(problemsOf(whole.replace(right, wrong))).toContain(answer);
});

test('a department is not called like a project', () => {
  const answers = problemsOf(good.replaceAll('strategy', 'PRJ-7'));
  expect(answers).toEqual([
    'departments[0].id, 3:22: “PRJ-7” is the number of a project → give the department another id',
  ]);
});
