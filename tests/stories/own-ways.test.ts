/** Ways that only one chat has: Slack's command and home page, Feishu's menu. They say the same words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import type { SlackFake } from '../fakes/slack/slack-fake.ts';
import { World } from '../support/world.ts';
import { asksFor, takes } from './beginnings.ts';
import { everyone } from './everywhere.ts';

describe.each(['once', 'twice'] as const)('with every gesture delivered %s', (deliver) => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform: 'slack', also: 'feishu', deliver });
  });
  afterAll(async () => {
    expect([...world.chatOn('slack').breaches, ...world.chatOn('feishu').breaches]).toEqual([]);
    await world.end();
  });

  const slack = (): SlackFake => world.chatOn('slack') as SlackFake;
  const feishu = (): FakeFeishu => world.chatOn('feishu') as FakeFeishu;

  test('“/steward request …” in a room opens the form for the person alone', async () => {
    const { wang } = everyone(world, 'slack');
    const before = wang.sees().length;
    await world.after(() => slack().commands(wang.account, 'request 斜杠申请', { room: world.room, deliver }));
    expect(wang.form()?.fields).toContain('业务背景');
    expect(wang.sees().length).toBe(before);
    await wang.fills({ 业务背景: '从命令来' }, '提交');
    expect(wang.card(/斜杠申请\n.*REQ-\d/, 'direct').text).toContain('从命令来');
  });

  test('“/steward 我的” and “/steward status REQ-999” are answered', async () => {
    const { wang } = everyone(world, 'slack');
    await world.after(() => slack().commands(wang.account, '我的', { deliver }));
    expect([...wang.told(), wang.card('我的事项', 'direct').text].join('\n')).toContain('斜杠申请');
    await world.after(() => slack().commands(wang.account, 'status REQ-999', { deliver }));
    expect(wang.told().at(-1)).toContain('没有找到 REQ-999');
  });

  test('the home page in Slack lists what waits for me, and follows what happens', async () => {
    const { wang, li } = everyone(world, 'slack');
    await world.after(() => slack().opens(li.account, 'home', { deliver }));
    const number = await asksFor('首页申请', wang);
    expect(li.home()?.text).toMatch(new RegExp(`待我处理[\\s\\S]*${number}[\\s\\S]*待受理`));
    await takes(number, li);
    expect(li.home()?.text).toMatch(/APR-\d+[\s\S]*待审批/);
    await li.presses('同意', li.at(/首页申请\n.*APR/));
    expect(li.home()?.text).toMatch(new RegExp(`${number}[\\s\\S]*服务中`));
  });

  test('the menu in Feishu says the English words', async () => {
    const { zhao } = everyone(world, 'feishu');
    await world.after(() => feishu().menu(zhao.account, 'help', { deliver }));
    expect(zhao.cards('How can I help?')).toHaveLength(1);
    await world.after(() => feishu().menu(zhao.account, 'my', { deliver }));
    expect(zhao.cards('My list')).toHaveLength(1);
    await world.after(() => feishu().menu(zhao.account, 'request', { deliver }));
    await zhao.fills({ Title: 'From the menu', 'Business background': '…' }, 'Submit');
    expect(zhao.card(/From the menu\n.*REQ-\d/).text).toContain('New');
  });
});
