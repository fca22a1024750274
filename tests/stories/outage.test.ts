/** The database is gone for a while: platforms are asked to come again, people are told, probes see it, and afterwards everything goes on by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import { World } from '../support/world.ts';
import { asksFor } from './beginnings.ts';
import { Cable } from './cable.ts';
import { everyone } from './everywhere.ts';

describe.each(['slack', 'feishu'] as const)('on %s', (platform) => {
  const cable = new Cable();
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform, between: (url) => cable.lay(url) });
  });
  afterAll(async () => {
    await world.end();
    await cable.pullOut();
  });

  const probe = async (path: string): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${world.botUrl}${path}`);
    return { status: response.status, body: await response.json() };
  };

  /** Ready again by itself: nobody restarts anything. */
  async function mended(): Promise<void> {
    await cable.plugIn();
    let ready = await probe('/readyz');
    for (let tries = 0; ready.status !== 200 && tries < 1_000; tries += 1) ready = await probe('/readyz');
    expect(ready).toMatchObject({ status: 200, body: { ready: true, reasons: [] } });
  }

  async function comesAgain(): Promise<void> {
    const { chat } = world;
    if (chat instanceof SlackFake) await chat.redelivers();
    if (chat instanceof FakeFeishu) await chat.redeliver();
  }

  test('words are not acknowledged while they cannot be kept, and are had once when they come again', async () => {
    const { wang, li } = everyone(world);
    const number = await asksFor('断线之前', wang);
    const before = wang.sees().length;
    await cable.pullOut();

    const told = li.told().length;
    await world.chat.presses(li.account, '接手', li.at(`${number} ·`));
    expect(li.told().slice(told).join()).toMatch(/再试|重试|try again/i);
    expect(await world.chat.says(wang.account, '申请 断线期间')).toBeGreaterThanOrEqual(500);
    expect(await probe('/readyz')).toMatchObject({
      status: 503,
      body: { ready: false, reasons: [{ part: 'database' }] },
    });
    expect((await probe('/healthz')).status).toBe(200);

    await mended();
    await comesAgain();
    await comesAgain();
    await world.settle();
    expect(wang.sees().length).toBe(before + 1);
    await wang.fills({ 业务背景: '恢复之后' }, '提交');
    expect(wang.card(/断线期间\n.*REQ/, 'direct').text).toContain('恢复之后');
    await li.presses('接手', li.at(`${number} ·`, 'room'));
    expect(wang.card(`${number} ·`, 'direct').text).toContain('审批中');
  });

  test('what was waiting to be sent when the line broke is sent afterwards, once', async () => {
    const { wang, zhao } = everyone(world);
    await world.chat.says(zhao.account, 'help');
    await cable.pullOut();
    await mended();
    await world.settle();
    await world.pass(10_000);
    expect(zhao.cards('How can I help?')).toHaveLength(1);
    await wang.says('帮助');
    expect(wang.cards('我能为您做什么')).toHaveLength(1);
  });
});
