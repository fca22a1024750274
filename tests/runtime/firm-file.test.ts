/** The firm file: both examples are good, and a mistake is named with its place and its remedy. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { firmFileSchema } from '../../src/bot/runtime/firm-file/json-schema.ts';
import { readFirmFile } from '../../src/bot/runtime/firm-file/read.ts';
import { good, problemsOf } from './firm-text.ts';

const root = path.join(import.meta.dirname, '..', '..');
const hour = 3_600_000;

test('the example of the contract is read as printed', () => {
  const firm = readFirmFile(path.join(root, 'tests/fixtures/firm/contract-example.yaml'));

  expect([...firm.people.values()].map(({ id, kind, locale, zone }) => [id, kind, locale, zone])).toEqual([
    ['wang', 'staff', 'zh-CN', 'Asia/Shanghai'],
    ['li', 'staff', 'zh-CN', 'Asia/Shanghai'],
    ['zhao', 'staff', 'en-US', 'Asia/Shanghai'],
    ['sun', 'staff', 'zh-CN', 'Asia/Shanghai'],
    ['ann', 'contact', 'en-US', 'Asia/Shanghai'],
  ]);
  const [service] = firm.services.values();
  expect(service?.sla).toEqual({ firstResponseMs: hour / 2, resolutionMs: 30 * 7.5 * hour });
  expect(firm.survey.expireAfterMs).toBe(14 * 24 * hour);
  expect(firm.survey.remindAfterMs).toBe(2 * 7.5 * hour);
  expect(firm.progress.ask).toEqual({ weekday: 5, time: '16:00' });
  const management = [...firm.flows.values()][0]?.stages[1]?.when ?? '';
  expect([99_999, 100_000, null].map((budget) => firm.judge(management, { budget }))).toEqual([false, true, false]);
});

test('the example firm that comes with the product is good', () => {
  const firm = readFirmFile(path.join(root, 'config/steward.yaml'));

  const staff = [...firm.people.values()].filter(({ kind }) => kind === 'staff');
  expect([firm.departments.size, staff.length, firm.clients.size, firm.services.size]).toEqual([4, 15, 3, 9]);
  expect(new Set(staff.map(({ zone }) => zone)).size).toBe(3);
  expect([...firm.services.values()].map(({ approval }) => approval)).toContain(undefined);
  expect([...firm.projects.values()].map(({ id, client, milestones }) => [id, client, milestones.length])).toEqual([
    ['PRJ-1', 'northwind', 2],
    ['PRJ-2', undefined, 0],
  ]);
});

test('the JSON Schema for editors is the one of this version (npm run schema)', () => {
  const kept: unknown = JSON.parse(readFileSync(path.join(root, 'config/steward.schema.json'), 'utf8'));
  expect(kept).toEqual(JSON.parse(firmFileSchema()));
});

test('the good file of these tests has no problem', () => {
  expect(problemsOf(good)).toEqual([]);
});

test.each([
  ['locale: zh-CN', 'locale: zh', 'firm.locale, 1:27: “zh” is not possible here → known here: zh-CN, en-US'],
  ['name: 远见,', '', 'firm.name, 1:1: it is missing → write a text here'],
  ['name: 远见', 'name: 42', 'firm.name, 1:15: 42 is not a text → write it in quotes: "42"'],
  [
    'zone: Asia/Shanghai',
    'zone: Asia/Shanghia',
    'firm.timezone, 1:44: “Asia/Shanghia” is not a time zone → did you mean Asia/Shanghai?',
  ],
  ['mon-fri:', 'mon-fry:', 'calendars.default.hours.mon-fry, 2:34: “mon-fry” is not a weekday → did you mean fri?'],
  [
    'mon-fri:',
    'fri-mon:',
    'calendars.default.hours.fri-mon, 2:34: “fri-mon” is not a weekday → a range runs forward: mon-fri',
  ],
  [
    '"13:30-18:00"',
    '"18:00-13:30"',
    'calendars.default.hours.mon-fri[1], 2:59: “18:00-13:30” ends before it begins → work past midnight belongs to the next day',
  ],
  [
    '"13:30-18:00"',
    '"11:30-18:00"',
    'calendars.default.hours.mon-fri[1], 2:59: “11:30-18:00” overlaps “09:00-12:00” → let one end where the next begins',
  ],
  [
    '"13:30-18:00"',
    '"9-18"',
    'calendars.default.hours.mon-fri[1], 2:59: “9-18” is not a period → two times of a day: "09:00-12:00"',
  ],
  ['head: li', 'head: lee', 'departments[0].head, 3:49: there is no person “lee” → known here: li, zhao, ann'],
  [
    'department: strategy',
    'department: stratgy',
    'people[0].department, 5:37: there is no department “stratgy” → did you mean strategy?',
  ],
  ['roles: [pm]', 'roles: [pmo]', 'people[0].roles[0], 5:55: “pmo” is not possible here → did you mean pm?'],
  ['roles: [pm]', 'rolls: [pm]', 'people[0].rolls, 5:47: there is no such setting here → did you mean roles?'],
  ['slack: U0LI', 'slak: U0LI', 'people[0].accounts.slak, 5:78: there is no such setting here → did you mean slack?'],
  [
    'roles: [management]',
    'accounts: { slack: U0LI }',
    'people[1].accounts.slack, 6:48: the slack account U0LI belongs to somebody else already → one account is one person',
  ],
  [
    'id: zhao',
    'id: li',
    'people[1].id, 6:11: the person “li” is there twice → people and contacts share one list of ids: rename one',
  ],
  ['manager: li', 'manager: me', 'clients[0].manager, 7:49: there is no person “me” → known here: li, zhao, ann'],
  ['team: strategy', 'team: strat', 'services[0].team, 9:37: there is no department “strat” → known here: strategy'],
  [
    'type: number',
    'type: nubmer',
    'services[0].fields[0].type, 9:77: “nubmer” is not possible here → did you mean number?',
  ],
  ['id: budget', 'id: title', 'services[0].fields[0].id, 9:63: every request has its title anyway → choose another id'],
  ['approval: flow', 'approval: flwo', 'services[0].approval, 9:110: there is no approval “flwo” → did you mean flow?'],
  [
    'desks: { strategy',
    'desks: { stratgy',
    'desks.stratgy, 11:10: there is no department “stratgy” → did you mean strategy?',
  ],
  [
    'fri 16:00',
    'friday 16:00',
    'progress.ask, 12:18: “friday 16:00” is not a weekday and a time → for example fri 16:00',
  ],
  [
    'remindAfter: 2h',
    'remindAfter: 2 hours',
    'progress.remindAfter, 12:42: “2 hours” is not a length of time → 30m, 4h or 3d; calendar time is written 14d calendar',
  ],
  ['14d calendar', '14d', 'survey.expireAfter, 13:64: this is counted in calendar time → write 14d calendar'],
  ['survey:', 'surveys:', 'surveys, 13:1: there is no such section → did you mean survey?'],
  ['[quality]', '[quality, quality]', 'survey.dimensions[1], 13:33: quality is there twice → remove one'],
  ['people:', 'poeple:', 'poeple, 4:1: there is no such section → did you mean people?'],
  ['desks: {', 'desks: [', 'not YAML'],
])('instead of “%s”, “%s” is answered with its place and a remedy', (right, wrong, answer) => {
  const answers = problemsOf(good.replace(right, wrong));
  if (answer === 'not YAML') expect(answers.join()).toContain('11:39: this is not YAML: Flow sequence');
  else expect(answers).toContain(answer);
});

test('several mistakes are said together, in the order of the file', () => {
  const text = good
    .replace('locale: zh-CN', 'locale: zh')
    .replace('type: number', 'type: nubmer')
    .replace('14d calendar', '14');
  expect(problemsOf(text).map((problem) => problem.split(',')[0])).toEqual([
    'firm.locale',
    'services[0].fields[0].type',
    'survey.expireAfter',
  ]);
});

test.each([
  ['a: &a [*a]\n', ['1:8: *a stands inside what it names → write out what is meant']],
  [
    good.replace('fields: [', 'fields: &all [ *all,'),
    ['9:62: *all stands inside what it names → write out what is meant'],
  ],
  [good.replace('name: 李强', 'name: *who'), ['5:21: *who names nothing → write &who before what it stands for']],
])('anchors that make a circle or name nothing are said, and nothing else is', (text, answers) => {
  expect(problemsOf(text)).toEqual(answers);
});

test('an anchor may be used as often as it is of use', () => {
  const people = Array.from({ length: 300 }, (_, n) => `  - { id: p${n}, name: *name, department: strategy }\n`);
  expect(
    problemsOf(good.replace('name: 李强', 'name: &name 李强').replace('clients:', `${people.join('')}clients:`)),
  ).toEqual([]);
});
