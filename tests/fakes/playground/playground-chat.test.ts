/** The playground as a FakeChat plays the beginning of the main story through the page's own routes. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.begin({ platform: 'playground', deliver: 'twice' });
});
afterEach(() => world.end());

test('a person asks, is told what is missing, and the desk sees the card, once', async () => {
  const [wang, li] = [world.someone('wang'), world.someone('li')];
  expect(await wang.says('申请 新能源')).toBe(200);
  expect(wang.form()).toMatchObject({
    title: '市场调研',
    fields: ['标题', '业务背景', '期望日期', '预算', '区域', '客户'],
  });
  await wang.fills({ 预算: 5 }, '提交');
  expect(wang.problems()).toEqual({ 业务背景: '请填写此项。' });
  await wang.fills({ 业务背景: '进入华东', 区域: '华东' }, '提交');
  expect(wang.form()).toBeUndefined();
  expect(wang.told()[0]).toContain('已登记为 REQ-1');
  expect(li.cards('新能源')).toMatchObject([{ chat: 'room-strategy', buttons: ['接手', '需补充', '不受理', '分派'] }]);
});

test('a button or a form that is not there cannot be pressed', async () => {
  const li = world.someone('li');
  await expect(li.presses('接手')).rejects.toThrow('sees no button');
  await expect(li.fills({}, '提交')).rejects.toThrow('no form open');
});

test('words in a room are answered to the asker alone', async () => {
  const li = world.someone('li');
  await li.saysInRoom('帮助');
  expect(li.card('我能为您做什么', 'direct').chat).toBe('dm:li');
  expect(world.someone('wang').cards('我能为您做什么')).toEqual([]);
});
