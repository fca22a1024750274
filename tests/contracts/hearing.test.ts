/** What the engine may count on when it hears, whichever platform it is. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inbound } from '../../src/bot/ports/platform.ts';
import { platformNames } from '../support/world.ts';
import { type Bench, bench } from './bench.ts';
import { card, form } from './pictures.ts';

describe.each(platformNames)('%s', (name) => {
  let on: Bench;
  let posts = 0;
  beforeAll(async () => {
    on = await bench(name);
  });
  afterAll(() => on.end());
  beforeEach(() => {
    on.heard.length = 0;
    on.hears(async () => ({}));
  });

  async function shows(title: string, buttons: readonly string[], where: 'direct' | 'room' = 'direct'): Promise<void> {
    const place = where === 'room' ? { type: 'chat', chat: on.room } : { type: 'person', account: on.wang };
    posts += 1;
    const attempt = { id: `019a0000-0000-7000-8000-${String(posts).padStart(12, '0')}`, attempt: 1, since: new Date() };
    const result = await on.platform.post(place as never, card(title, buttons), attempt);
    expect(result.ok).toBe(true);
  }

  test('words, with who said them and where, under one key however often they are delivered', async () => {
    expect(await on.chat.says(on.wang, '申请 <市场> & 调研', { deliver: 'twice' })).toBe(200);
    expect(on.heard[0]).toMatchObject({
      kind: 'said',
      text: '申请 <市场> & 调研',
      speaker: { account: on.wang },
      chat: { kind: 'direct' },
    });
    expect(new Set(on.heard.map(({ key }) => key)).size).toBe(1);
    expect(on.heard).toHaveLength(2);
  });

  test('the same words said again are another gesture', async () => {
    await on.chat.says(on.wang, '我的');
    await on.chat.says(on.wang, '我的');
    expect(new Set(on.heard.map(({ key }) => key)).size).toBe(2);
  });

  test('words in a room, without the mention that called the bot, under one key', async () => {
    await on.chat.says(on.wang, '我的', { room: on.room, deliver: 'twice' });
    for (const heard of on.heard) expect(heard).toMatchObject({ kind: 'said', text: '我的', chat: { kind: 'group' } });
    expect(new Set(on.heard.map(({ key }) => key)).size).toBe(1);
  });

  test('a press, with its wish as it was drawn and the message it stood on, under one key', async () => {
    await shows('请按', ['按下']);
    await on.chat.presses(on.wang, '按下', { deliver: 'twice' });
    expect(on.heard[0]).toMatchObject({
      kind: 'pressed',
      wish: { intent: 'test.press', input: { label: '按下', index: 0 } },
      speaker: { account: on.wang },
      message: (await on.seen()).at(-1)?.id,
    });
    expect(on.heard).toHaveLength(2);
    expect(new Set(on.heard.map(({ key }) => key)).size).toBe(1);
  });

  test('two presses of one button are two gestures', async () => {
    await shows('再按', ['再按一次'], 'room');
    await on.chat.presses(on.wang, '再按一次');
    await on.chat.presses(on.wang, '再按一次');
    expect(new Set(on.heard.map(({ key }) => key)).size).toBe(2);
  });

  test('a form, opened by a press and sent, with answers by field: numbers as numbers, empty ones left out', async () => {
    await shows('表单', ['打开']);
    on.hears(async ({ kind }) => (kind === 'pressed' ? { form } : {}));
    await on.chat.presses(on.wang, '打开');
    expect(on.chat.form(on.wang)?.fields).toEqual(['说明', '数量', '日期', '种类', '不填']);
    const answers = { 说明: '第一行\n<第二行>', 数量: 12.5, 日期: '2026-12-01', 种类: '乙' };
    await on.chat.fills(on.wang, answers, '提交', { deliver: 'twice' });
    const sent = on.heard.filter((heard): heard is Inbound & { kind: 'submitted' } => heard.kind === 'submitted');
    expect(sent[0]).toMatchObject({ wish: { intent: 'test.submit', input: { of: 'X-1' } } });
    expect(sent[0]?.fields).toEqual({ words: '第一行\n<第二行>', amount: 12.5, day: '2026-12-01', kind: 'b' });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  test('a sentence in reply is told to whoever acted', async () => {
    await shows('告知', ['问一下']);
    on.hears(async () => ({ notice: { text: ['已由李强同意'], tone: 'warning' } }));
    await on.chat.presses(on.wang, '问一下');
    await on.platform.settled();
    expect(on.chat.told(on.wang).at(-1)).toContain('已由李强同意');
  });

  test('problems in reply stand by their fields, and the form stays open', async () => {
    await shows('有误', ['填表']);
    on.hears(async ({ kind }) => (kind === 'pressed' ? { form } : { form, problems: { amount: '太多了' } }));
    await on.chat.presses(on.wang, '填表');
    await on.chat.fills(on.wang, { 说明: '好', 数量: 99 }, '提交');
    expect(on.chat.problems(on.wang)).toEqual({ 数量: '太多了' });
    on.hears(async () => ({}));
    await on.chat.fills(on.wang, { 说明: '好', 数量: 9 }, '提交');
    expect(on.heard.at(-1)).toMatchObject({ kind: 'submitted', fields: { amount: 9 } });
  });

  test('what could not be kept is not acknowledged: words come again, a press is told', async () => {
    on.hears(() => Promise.reject(new Error('the database is down')));
    expect(await on.chat.says(on.wang, '帮助')).toBeGreaterThanOrEqual(500);
    await shows('故障', ['试试']);
    const told = on.chat.told(on.wang).length;
    await on.chat.presses(on.wang, '试试');
    await on.platform.settled();
    expect(on.chat.told(on.wang).slice(told).join()).toMatch(/再试|重试|try again/i);
  });

  test('keeps every rule of the platform', () => {
    expect(on.chat.breaches).toEqual([]);
  });

  test('stopped, it hears nothing more and acknowledges nothing', async () => {
    await on.platform.stop();
    const status = await on.chat.says(on.wang, '还在吗').catch(() => 503);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(on.heard).toEqual([]);
  });
});
