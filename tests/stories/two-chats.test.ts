/** One firm in two chats at once: one record, and every card in both tells the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { approvalOf, asksFor } from './beginnings.ts';
import { everyone } from './everywhere.ts';

describe.each(['once', 'twice'] as const)('with every gesture delivered %s', (deliver) => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform: 'slack', also: 'feishu', deliver });
  });
  afterAll(() => world.end());

  test('a press in one chat ends the card in the other too', async () => {
    const [slack, feishu] = [everyone(world, 'slack'), everyone(world, 'feishu')];
    const number = await asksFor('双平台', slack.wang, { 预算: 500000 });
    expect(feishu.li.card(`${number} ·`).buttons).toContain('接手');
    await feishu.li.presses('接手', feishu.li.at(`${number} ·`, 'room'));
    expect(slack.li.card(`${number} ·`).text).toContain('审批中');

    const approval = approvalOf('双平台', slack.li);
    expect(feishu.li.card(`${approval} ·`).buttons).toEqual(['同意', '驳回', '退回', '转交', '加签', '留言']);
    await feishu.li.presses('同意', feishu.li.at(`${approval} ·`));
    await slack.zhao.presses('Approve', slack.zhao.at(`${approval} ·`));
    for (const { li, zhao } of [slack, feishu]) {
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      expect(li.card(`${approval} ·`).text).toContain('已同意');
      expect(zhao.card(`${approval} ·`).buttons).toEqual([]);
      expect(zhao.cards(`${approval} ·`)).toHaveLength(1);
    }
    expect(await world.rows('SELECT count(*)::int AS n FROM v_records')).toEqual([{ n: 2 }]);
  });

  test('a sentence is said once, where the person last spoke', async () => {
    const [slack, feishu] = [everyone(world, 'slack'), everyone(world, 'feishu')];
    expect(slack.wang.cards('已接手 REQ-1')).toHaveLength(1);
    expect(feishu.wang.cards('已接手 REQ-1')).toEqual([]);

    await feishu.wang.says('帮助');
    await feishu.li.presses('完成', feishu.li.at('REQ-1 ·'));
    expect(feishu.wang.cards('李强 已完成 REQ-1')).toHaveLength(1);
    expect(slack.wang.cards('李强 已完成 REQ-1')).toEqual([]);
  });

  test('neither platform’s rules were broken', () => {
    expect([...world.chatOn('slack').breaches, ...world.chatOn('feishu').breaches]).toEqual([]);
  });
});
