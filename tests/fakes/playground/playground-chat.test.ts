/** The playground as a FakeChat plays the main story through the page's own routes. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StageSet, stage } from '../../web/stage/index.ts';
import { PlaygroundChat } from './index.ts';

let set: StageSet;
let chat: PlaygroundChat;

beforeEach(async () => {
  set = await stage();
  chat = new PlaygroundChat();
  await chat.start();
  chat.connect(set.url);
  for (const account of ['wang', 'li', 'ann']) chat.person(account);
});
afterEach(() => set.close());

test('a person asks, is told what is missing, and the desk sees the card', async () => {
  expect(await chat.says('wang', '申请 市场调研', { deliver: 'twice' })).toBe(200);
  expect(chat.form('wang')).toMatchObject({
    title: '申请服务',
    fields: ['标题', '业务背景', '期望日期', '预算', '区域'],
  });
  await chat.fills('wang', { 预算: 5 }, '提交');
  expect(chat.problems('wang')).toEqual({ 业务背景: '请填写业务背景' });
  await chat.fills('wang', { 业务背景: '进入华东', 区域: '华东' }, '提交');
  expect(chat.form('wang')).toBeUndefined();
  expect(chat.told('wang')).toEqual(['已提交 REQ-1。']);
  await chat.refresh();
  expect(chat.sees('li')).toMatchObject([{ chat: 'strategy', buttons: ['接手', '需补充', '不受理'], edited: 0 }]);
  expect(chat.posted).toBe(2);
});

test('a press acts on the newest button with those words, and a button that is not there is refused', async () => {
  await chat.says('wang', '申请 调研');
  await chat.fills('wang', { 业务背景: '…' }, '提交');
  await chat.presses('li', '接手');
  await chat.refresh();
  expect(chat.sees('wang')[0]?.text).toContain('REQ-1 · 审批中');
  await expect(chat.presses('li', '接手')).rejects.toThrow('sees no button');
  await expect(chat.fills('li', {}, '提交')).rejects.toThrow('no form open');
});

test('what could not be committed is a server error', async () => {
  set.script.broken = true;
  expect(await chat.says('wang', '我的')).toBe(503);
});

test('words in a room are answered to the asker alone', async () => {
  await chat.says('li', '帮助', { room: 'strategy' });
  expect(chat.told('li')[0]).toContain('我能帮您做什么');
  expect(chat.sees('li')).toEqual([]);
});
