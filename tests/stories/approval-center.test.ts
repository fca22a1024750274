/** One decision, three inboxes: what is asked stands in the platform's own list of approvals as well, and the first valid decision wins, wherever it is made. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { approvalOf, asksFor, clientAsksFor, takes } from './beginnings.ts';
import { account, centreOf, stateOf } from './centre.ts';
import { everyone, everywhere } from './everywhere.ts';

everywhere(
  ({ people, world }) => {
    test('an approval appears with its facts and a task for whoever is asked', async () => {
      const { wang, li } = people();
      const { centre, pending } = centreOf(world());
      await takes(await asksFor('海外并购', wang, { 预算: 900000 }), li);
      const approval = approvalOf('海外并购', li);

      expect(centre.sees(account('li'), approval)).toEqual({
        ...{ instance: approval, status: 'PENDING', title: '海外并购', requester: '王芳' },
        facts: ['服务: 市场调研', '客户: Globex', '预算: 900,000'],
      });
      expect(centre.sees(account('zhao'), approval)?.facts[0]).toBe('Service: Market research');
      expect(pending('li', approval)).toMatchObject({
        title: '部门负责人',
        actions: [
          { type: 'APPROVE', reasonRequired: false },
          { type: 'REJECT', reasonRequired: true },
        ],
      });
      expect(centre.standing(approval)).toEqual(['ou_li PENDING']);
      expect(centre.started(account('wang'))).toContain(approval);
    });

    test('approved in the centre, every card ends as if it had been pressed there', async () => {
      const { wang, li, zhao } = people();
      const { centre, pending, presses } = centreOf(world());
      const request = await asksFor('渠道研究', wang, { 预算: 900000 });
      await takes(request, li);
      const approval = approvalOf('渠道研究', li);

      expect(await presses('li', pending('li', approval), 'APPROVE')).toBe(200);
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
      expect(centre.standing(approval)).toEqual(['ou_li APPROVED', 'ou_zhao PENDING']);
      expect(centre.tasks(account('zhao'), approval)[0]?.title).toBe('Management');

      expect(await presses('zhao', pending('zhao', approval), 'APPROVE')).toBe(200);
      expect(wang.card(`${request} ·`, 'direct').text).toContain('服务中');
      expect(centre.sees(account('wang'), approval)?.status).toBe('APPROVED');
      expect(centre.standing(approval)).toEqual(['ou_li APPROVED', 'ou_zhao APPROVED']);
    });

    test('decided on a card, the centre shows it', async () => {
      const { wang, li } = people();
      const { centre } = centreOf(world());
      await takes(await asksFor('门店数字化', wang), li);
      const approval = approvalOf('门店数字化', li);
      await li.presses('同意', li.at(`${approval} ·`));
      expect(centre.sees(account('li'), approval)?.status).toBe('APPROVED');
      expect(centre.standing(approval)).toEqual(['ou_li APPROVED']);
    });

    test('rejected in the centre with a reason, the requester reads it', async () => {
      const { wang, li } = people();
      const { centre, pending, presses } = centreOf(world());
      const request = await asksFor('园区招商', wang);
      await takes(request, li);
      const approval = approvalOf('园区招商', li);
      const task = pending('li', approval);

      // A client that lets it pass without a reason is told, and may come again with one.
      expect(await presses('li', task, 'REJECT', { reason: ' ', unchecked: true })).toBe(409);
      expect(li.told().at(-1)).toBe('请填写原因。');
      expect(await stateOf(world(), approval)).toBe('running');
      expect(await presses('li', task, 'REJECT', { reason: '预算未批' })).toBe(200);

      expect(wang.card(`李强 驳回了 ${request}`, 'direct').text).toContain('预算未批');
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      expect(centre.sees(account('wang'), approval)).toMatchObject({ status: 'REJECTED' });
      expect(centre.sees(account('wang'), approval)?.facts[0]).toBe('原因: 预算未批');
      expect(centre.standing(approval)).toEqual(['ou_li REJECTED']);
    });

    test('withdrawn, it is over in the centre, and a press that comes later is told so', async () => {
      const { wang, li } = people();
      const { centre, pending, presses, told } = centreOf(world());
      const request = await asksFor('数据中台', wang);
      await takes(request, li);
      const approval = approvalOf('数据中台', li);
      const task = pending('li', approval);
      await wang.presses('撤回', wang.at(`${request} ·`, 'direct'));
      expect(centre.sees(account('li'), approval)?.status).toBe('CANCELED');
      expect(centre.standing(approval)).toEqual(['ou_li DONE']);

      expect(await presses('li', task, 'APPROVE')).toBe(409);
      expect(told('li')).toContain('撤回');
      expect(await stateOf(world(), approval)).toBe('withdrawn');
    });

    test('two press at once, on the card and in the centre: one decision, and the other is told whose', async () => {
      const { wang, li, zhao } = people();
      const { centre, pending } = centreOf(world());
      const request = await asksFor('供应链诊断', wang, { 预算: 900000 });
      await takes(request, li);
      const approval = approvalOf('供应链诊断', li);
      await li.presses('同意', li.at(`${approval} ·`));
      const task = pending('zhao', approval);
      await zhao.presses('Reject', zhao.at(`${approval} ·`));

      await world().after(() =>
        Promise.all([
          centre.presses(account('zhao'), task, 'APPROVE', { deliver: world().deliver }),
          zhao.fills({ Reason: 'Not this year' }, 'Reject'),
        ]),
      );
      const state = await stateOf(world(), approval);
      expect(['approved', 'rejected']).toContain(state);
      expect(centre.sees(account('zhao'), approval)?.status).toBe(String(state).toUpperCase());
      const decisions = `SELECT event FROM v_audit WHERE record = $1 AND event IN ('approval.yes', 'approval.rejected') AND actor LIKE '%zhao%'`;
      expect(await world().rows(decisions, [approval])).toHaveLength(1);
    });

    test('somebody whose turn it is not is told whose it is, and nothing changes', async () => {
      const { wang, li } = people();
      const { centre, pending, presses, told } = centreOf(world());
      await takes(await asksFor('品牌体检', wang), li);
      const approval = approvalOf('品牌体检', li);
      const task = pending('li', approval);
      expect(await presses('sun', task, 'APPROVE')).toBe(409);
      expect(told('sun')).toContain('李强');
      // Nobody decides about their own request, also not through somebody else's task.
      expect(await presses('wang', task, 'APPROVE')).toBe(409);
      expect(await presses('nobody', task, 'APPROVE')).toBe(409);
      expect(await stateOf(world(), approval)).toBe('running');
      expect(centre.standing(approval)).toEqual(['ou_li PENDING']);
      expect(await presses('li', task, 'APPROVE')).toBe(200);
    });

    test('a wrong token, a wrong key or a foreign task changes nothing', async () => {
      const { wang, li } = people();
      const { centre, pending } = centreOf(world());
      await takes(await asksFor('组织诊断', wang), li);
      const approval = approvalOf('组织诊断', li);
      const task = pending('li', approval);
      const body = centre.bodyOf(account('li'), task, 'APPROVE');
      expect(await centre.deliver({ ...body, token: 'guessed' }, account('li'))).toBe(401);
      expect(await centre.deliver({ ...body, token: undefined }, account('li'))).toBe(401);
      expect(await centre.deliver(body, account('li'), 'another key')).toBe(401);
      expect(await centre.deliver({ ...body, task_id: 'somebody else’s' }, account('li'))).toBe(404);
      expect(await centre.deliver({ ...body, action_type: 'DELETE' }, account('li'))).toBe(400);
      expect(await centre.deliver({ ...body, user_id: 'u/../x' }, account('li'))).toBe(400);
      expect(await stateOf(world(), approval)).toBe('running');
    });

    test('what was decided is answered truly when it is pressed again', async () => {
      const { wang, li, zhao } = people();
      const { pending, presses, told } = centreOf(world());
      await takes(await asksFor('现金流预测', wang, { 预算: 900000 }), li);
      const approval = approvalOf('现金流预测', li);
      const task = pending('li', approval);
      expect(await presses('li', task, 'APPROVE')).toBe(200);
      expect(await presses('li', task, 'APPROVE')).toBe(200);
      expect(await presses('li', task, 'REJECT', { reason: '改主意了' })).toBe(409);
      expect(told('li')).toContain('李强');
      expect(zhao.cards(`${approval} ·`)).toHaveLength(1);
      expect(await stateOf(world(), approval)).toBe('running');
    });

    test('a client who asked is named, finds nothing in their own list, and has no task', async () => {
      const { li, ann, wang } = people();
      const { centre } = centreOf(world());
      await takes(await clientAsksFor('Pricing study', ann, { Budget: 900000 }), wang);
      const approval = approvalOf('Pricing study', li);
      expect(centre.sees(account('li'), approval)).toMatchObject({ requester: 'Ann' });
      expect(centre.started(account('ann'))).toEqual([]);
      expect(centre.tasks(account('ann'), approval)).toEqual([]);
    });
  },
  { platforms: ['feishu'], approvalCentre: true },
);

describe.each(['once', 'twice'] as const)('on Slack and Feishu at once, every gesture delivered %s', (deliver) => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform: 'slack', also: 'feishu', deliver, approvalCentre: true });
  });
  afterAll(() => world.end());

  test('a yes in the centre ends the cards in both chats, a no on Slack ends the task in the centre', async () => {
    const [slack, feishu] = [everyone(world, 'slack'), everyone(world, 'feishu')];
    const { centre, pending, presses } = centreOf(world);
    await takes(await asksFor('三处收件箱', slack.wang, { 预算: 500000 }), slack.li);
    const approval = approvalOf('三处收件箱', slack.li);
    expect(await presses('li', pending('li', approval), 'APPROVE')).toBe(200);
    for (const { li, zhao } of [slack, feishu]) {
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
    }
    await slack.zhao.presses('Reject', slack.zhao.at(`${approval} ·`));
    await slack.zhao.fills({ Reason: 'Not this year' }, 'Reject');
    expect(centre.sees(account('zhao'), approval)?.status).toBe('REJECTED');
    expect(centre.standing(approval)).toEqual(['ou_li APPROVED', 'ou_zhao REJECTED']);
    for (const { zhao } of [slack, feishu]) expect(zhao.card(`${approval} ·`).text).toContain('Not this year');
  });

  test('neither platform’s rules were broken', () => {
    expect([...world.chatOn('slack').breaches, ...world.chatOn('feishu').breaches]).toEqual([]);
  });
});
