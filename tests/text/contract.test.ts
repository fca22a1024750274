/** The words that people outside count on: buttons, fields, states of health, dimensions. As the page of promises prints them. */
import { expect, test } from 'vitest';
import { catalogues } from '../../src/bot/text/catalogues.ts';
import type { ButtonName, FieldName } from '../../src/bot/text/catalogue.ts';

const en = catalogues['en-US'];
const zh = catalogues['zh-CN'];

/** Those of subjects still to come (acceptance, digests to confirm) join the table with their cards. */
const buttons: readonly (readonly [ButtonName, string, string])[] = [
  ['take', 'Take it', '接手'],
  ['ask', 'Ask for info', '需补充'],
  ['decline', 'Decline', '不受理'],
  ['approve', 'Approve', '同意'],
  ['reject', 'Reject', '驳回'],
  ['sendBack', 'Send back', '退回'],
  ['transfer', 'Transfer', '转交'],
  ['addApprover', 'Add approver', '加签'],
  ['nudge', 'Nudge', '催办'],
  ['withdraw', 'Withdraw', '撤回'],
  ['edit', 'Edit', '修改'],
  ['done', 'Mark done', '完成'],
  ['reopen', 'Reopen', '重新打开'],
  ['submit', 'Submit', '提交'],
  ['skip', 'Skip this week', '本周跳过'],
];

const fields: readonly (readonly [FieldName, string, string])[] = [
  ['title', 'Title', '标题'],
  ['reason', 'Reason', '原因'],
  ['done', 'Done', '本周完成'],
  ['next', 'Next', '下周计划'],
  ['blocked', 'Blocked', '阻碍'],
  ['risk', 'Risk', '风险'],
  ['health', 'Health', '健康度'],
  ['comment', 'Comment', '意见'],
];

test.each(buttons)('the button %s is called “%s” and 「%s」', (name, english, chinese) => {
  expect([en.buttons[name], zh.buttons[name]]).toEqual([english, chinese]);
});

test.each(fields)('the field %s is labelled “%s” and 「%s」', (name, english, chinese) => {
  expect([en.fields[name], zh.fields[name]]).toEqual([english, chinese]);
});

test('health is told in three words, the best first', () => {
  expect(Object.values(en.healths)).toEqual(['On track', 'At risk', 'Off track']);
  expect(Object.values(zh.healths)).toEqual(['正常', '有风险', '偏离']);
});

test('a survey asks in four dimensions, each graded from 1 to 5', () => {
  expect(zh.dimensions).toEqual({
    quality: '服务质量',
    result: '项目成果',
    attitude: '服务态度',
    communication: '沟通协作',
  });
  expect(Object.keys(en.dimensions)).toEqual(['quality', 'result', 'attitude', 'communication']);
  for (const { grades } of [en, zh]) expect(grades.map((grade) => grade[0])).toEqual(['1', '2', '3', '4', '5']);
});

test('the state of a request is told in the words of the promises', () => {
  expect([en.states.request['in-service'], zh.states.request['in-service']]).toEqual(['In service', '服务中']);
});

test('the help names only words that are understood', async () => {
  const { readPhrase } = await import('../../src/bot/text/phrases.ts');
  for (const { card } of [en, zh]) {
    const unknown = card.helpSay.map(([words]) => words).filter((words) => readPhrase(words) === undefined);
    expect(unknown).toEqual([]);
  }
});
