/** What stands in the approval centre while an approval goes its way, and while the centre itself does not do as it should. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { approvalOf, asksFor, numberUnder, takes } from './beginnings.ts';
import { account, centreOf, feishuOf, stateOf } from './centre.ts';
import { everyone, everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/approvals-firm.yaml', import.meta.url));

everywhere(
  ({ people, world }) => {
    async function hiring(title: string): Promise<{ request: string; approval: string }> {
      const { wang, li } = people();
      await wang.says('申请 招聘需求');
      await wang.fills({ 标题: title, 岗位: '顾问', 月薪: 20000 }, '提交');
      const request = numberUnder(title, 'REQ', wang);
      await takes(request, li);
      return { request, approval: approvalOf(title, li) };
    }

    test('sent back and sent again: the centre follows, and a task of the old revision decides nothing', async () => {
      const { wang, zhao } = people();
      const { centre, pending, presses, told } = centreOf(world());
      const { request, approval } = await hiring('招聘顾问');
      const old = pending('li', approval);
      await presses('li', old, 'APPROVE');
      await zhao.presses('Send back', zhao.at(`${approval} ·`));
      await zhao.fills({ Reason: 'Too much' }, 'Send back');
      expect(centre.standing(approval)).toEqual(['ou_li APPROVED', 'ou_zhao DONE']);
      expect(centre.sees(account('wang'), approval)).toMatchObject({
        status: 'PENDING',
        facts: ['原因: Too much', expect.anything(), expect.anything()],
      });

      await wang.presses('修改', wang.at(`${request} ·`, 'direct'));
      await wang.fills({ 标题: '招聘顾问', 岗位: '顾问', 月薪: 18000 }, '提交');
      expect(centre.standing(approval)).toEqual(['ou_li PENDING']);
      expect(await presses('li', old, 'REJECT', { reason: '旧的' })).toBe(409);
      expect(told('li')).toContain('修改');
      expect(await stateOf(world(), approval)).toBe('running');
      expect(await presses('li', pending('li', approval), 'APPROVE')).toBe(200);
      expect(await presses('zhao', pending('zhao', approval), 'APPROVE')).toBe(200);
      expect(wang.card(`${request} ·`, 'direct').text).toContain('服务中');
    });

    test('sent back to an earlier stage, the same person is asked again, and their new yes counts', async () => {
      const { li, zhao } = people();
      const { centre, pending, presses } = centreOf(world());
      const { approval } = await hiring('招聘助理');
      await presses('li', pending('li', approval), 'APPROVE');
      await world().pass(60_000);
      await zhao.presses('Send back', zhao.at(`${approval} ·`));
      await zhao.fills({ 'Send back to': 'Department', Reason: 'Is the budget yours?' }, 'Send back');
      expect(centre.standing(approval)).toEqual(['ou_li PENDING']);
      expect(await presses('li', pending('li', approval), 'APPROVE')).toBe(200);
      expect(centre.standing(approval)).toEqual(['ou_li APPROVED', 'ou_zhao PENDING']);
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
    });

    test('handed over, the task is the other’s, and the first holder’s is marked as handed over', async () => {
      const { li } = people();
      const { centre, pending, presses, told } = centreOf(world());
      const { approval } = await hiring('招聘经理');
      const old = pending('li', approval);
      await li.presses('转交', li.at(`${approval} ·`));
      await li.fills({ 转交给: '孙静', 意见: '我在出差' }, '转交');
      expect(centre.standing(approval)).toEqual(['ou_li TRANSFERRED', 'ou_sun PENDING']);
      expect(await presses('li', old, 'APPROVE')).toBe(409);
      expect(told('li')).toContain('孙静');
      expect(await presses('sun', pending('sun', approval), 'APPROVE')).toBe(200);
    });
  },
  { platforms: ['feishu'], firm, approvalCentre: true },
);

describe('around the centre', () => {
  const begun: { world?: World } = {};
  const begin = async (approvalCentre: boolean): Promise<World> => {
    begun.world = await World.begin({ platform: 'feishu', approvalCentre });
    return begun.world;
  };
  const end = async (): Promise<void> => {
    await begun.world?.end();
    delete begun.world;
  };

  test('off, nothing is sent there and nothing is heard from there', async () => {
    const world = await begin(false);
    const { wang, li } = everyone(world);
    await takes(await asksFor('静悄悄', wang), li);
    const { centre } = feishuOf(world);
    expect([centre.definitions.size, centre.synced]).toEqual([0, 0]);
    expect((await fetch(`${world.botUrl}/feishu/approvals`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect(await world.rows(`SELECT 1 FROM post WHERE place_type = 'inbox'`)).toEqual([]);
    await end();
  });

  test('there is one definition, however often the bot starts', async () => {
    const world = await begin(true);
    const { centre } = feishuOf(world);
    const [code] = centre.definitions.keys();
    await world.stop();
    await world.start();
    expect([...centre.definitions.keys()]).toEqual([code]);
    await end();
  });

  test('without the scope the cards work; once it is granted the entry appears by itself', async () => {
    const world = await begin(true);
    await world.stop();
    const { centre } = feishuOf(world);
    centre.allowed = false;
    await world.start();
    const { wang, li } = everyone(world);
    const { pending, presses } = centreOf(world);
    await takes(await asksFor('权限未开', wang), li);
    const approval = approvalOf('权限未开', li);
    expect(centre.sees(account('li'), approval)).toBeUndefined();
    centre.allowed = true;
    await world.pass(16 * 60_000);
    expect(await presses('li', pending('li', approval), 'APPROVE')).toBe(200);
    expect(feishuOf(world).breaches).toEqual([]);
    await end();
  });

  test('every night the entries are checked: one that was lost is there again, and the others are left alone', async () => {
    const world = await begin(true);
    const { centre } = feishuOf(world);
    const { wang, li } = everyone(world);
    await takes(await asksFor('丢失', wang), li);
    await takes(await asksFor('完好', wang), li);
    const lost = approvalOf('丢失', li);
    centre.lose(lost);
    const synced = centre.synced;
    // From ten in the morning to four at night; the check is at three.
    await world.pass(18 * 3_600_000);
    expect(centre.standing(lost)).toEqual(['ou_li PENDING']);
    expect(centre.standing(approvalOf('完好', li))).toEqual(['ou_li PENDING']);
    expect(centre.synced).toBe(synced + 1);
    await end();
  });

  test('the same entry again too soon is sent a moment later', async () => {
    const world = await begin(true);
    const { centre } = feishuOf(world);
    const { wang, li } = everyone(world);
    centre.stumble(1);
    await takes(await asksFor('太快', wang), li);
    expect(centre.standing(approvalOf('太快', li))).toEqual(['ou_li PENDING']);
    await end();
  });
});
