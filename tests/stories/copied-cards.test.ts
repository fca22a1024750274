/** A card is never believed: who presses is who the platform says, and an old card decides nothing a second time. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';
import { pressesOldCard, wherePressesTravel } from './old-cards.ts';

const states = 'SELECT number, state FROM v_records WHERE number = $1';

everywhere(({ people, world }) => {
  test('the card of the first stage pressed again never approves the second', async () => {
    const { wang, li, zhao } = people();
    const number = await asksFor('低空经济', wang, { 预算: 200000 });
    await takes(number, li);
    const approval = approvalOf('低空经济', li);
    await li.presses('同意', li.at(`${approval} ·`));

    const wish = { intent: 'approval.approve', input: { approval, stage: 0 } };
    expect(await pressesOldCard(world(), li, wish)).toMatch(/李强 已于 2026-11-25 10:\d\d 同意/);
    expect(await pressesOldCard(world(), zhao, wish)).toMatch(/approved by 李强/);
    expect(await world().rows(states, [approval])).toEqual([{ number: approval, state: 'running' }]);

    await zhao.presses('Approve', zhao.at(`${approval} ·`));
    expect(await pressesOldCard(world(), zhao, { intent: 'approval.reject', input: { approval } })).toMatch(
      /Already approved by Zhao Min, .*10:\d\d/,
    );
  });

  test('a colleague, a client and a stranger who press a copied Approve decide nothing', async () => {
    const { wang, li, sun, ann, nobody } = people();
    const number = await asksFor('渠道分析', wang, { 预算: 1000 });
    await takes(number, li);
    const approval = approvalOf('渠道分析', li);
    const wish = { intent: 'approval.approve', input: { approval, stage: 0 } };

    expect(await pressesOldCard(world(), sun, wish)).toContain('还没轮到您');
    expect(await pressesOldCard(world(), wang, wish)).toContain('不能审批自己的申请');
    for (const outsider of [ann, nobody]) {
      const told = await pressesOldCard(world(), outsider, wish);
      expect(told).not.toBe('');
      expect(told).not.toContain('渠道分析');
      expect(told).not.toContain('李强');
    }
    expect(await world().rows(states, [approval])).toEqual([{ number: approval, state: 'running' }]);
    expect(
      await world().rows(`SELECT actor FROM v_audit WHERE event LIKE 'refused.%' AND actor IN ('sun', 'ann')`),
    ).toHaveLength(2);
  });

  test('a client who presses copied buttons of the firm learns nothing and changes nothing', async () => {
    const { wang, ann } = people();
    const number = await asksFor('内部预算', wang, { 客户: '内部事项，不涉及客户' });
    for (const verb of ['take', 'decline', 'ask', 'triage', 'done', 'edit', 'withdraw', 'nudge', 'reopen']) {
      const told = await pressesOldCard(world(), ann, { intent: `request.${verb}`, input: { request: number } });
      expect(told).not.toBe('');
      expect(told).not.toMatch(/内部预算|王芳|李强/);
    }
    expect(await world().rows(states, [number])).toEqual([{ number, state: 'new' }]);
  });

  test('a press on a withdrawn approval is told that it was withdrawn', async () => {
    const { wang, li } = people();
    const number = await asksFor('数字孪生', wang);
    await takes(number, li);
    const approval = approvalOf('数字孪生', li);
    await wang.presses('撤回', wang.at(`${number} ·`, 'direct'));
    for (const intent of ['approval.approve', 'approval.reject'])
      expect(await pressesOldCard(world(), li, { intent, input: { approval } })).toContain('申请已撤回');
  });

  test('a button nobody knows any more, and one that says nonsense, are answered in words', async () => {
    const { wang } = people();
    expect(await pressesOldCard(world(), wang, { intent: 'request.teleport', input: {} })).toContain('已经失效');
    expect(await pressesOldCard(world(), wang, { intent: 'request.take', input: { request: 'REQ-x' } })).toContain(
      '没能看懂',
    );
    expect(await pressesOldCard(world(), wang, { intent: 'request.take', input: { request: 'REQ-999' } })).toContain(
      '不存在',
    );
    expect(await pressesOldCard(world(), wang, { intent: 'request.close', input: { request: 'REQ-1' } })).toContain(
      '不能进行',
    );
  });
}, wherePressesTravel);
