/** Every move of an approver but yes and no: back, over to somebody else, with somebody else, a word without a decision. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Someone } from '../support/someone.ts';
import { approvalOf, numberUnder, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/approvals-firm.yaml', import.meta.url));

/** 王芳 asks for somebody to be hired and 李强 takes it; then it is his to approve. */
async function hiring(
  title: string,
  { wang, li }: { wang: Someone; li: Someone },
): Promise<{ request: string; approval: string }> {
  await wang.says('申请 招聘需求');
  await wang.fills({ 标题: title, 岗位: '分析师', 月薪: 20000, 说明: '补充人手' }, '提交');
  const request = numberUnder(title, 'REQ', wang);
  await takes(request, li);
  return { request, approval: approvalOf(title, li) };
}

everywhere(
  ({ people, world }) => {
    test('sent back, revised and sent again: approvers see what changed, and only those it concerns are asked again', async () => {
      const { wang, li, zhao } = people();
      const { request, approval } = await hiring('招聘分析师', { wang, li });
      await li.presses('同意', li.at(`${approval} ·`));
      await zhao.presses('Send back', zhao.at(`${approval} ·`));
      await zhao.fills({ Reason: '   ' }, 'Send back');
      expect(Object.values(zhao.problems())).toEqual(['Please give a reason.']);
      await zhao.fills({ Reason: 'Say more about the team' }, 'Send back');

      expect(wang.card(`Zhao Min 退回了 ${request}`, 'direct').text).toContain('Say more about the team');
      expect(wang.card(`${request} ·`, 'direct').text).toContain('待修改');
      expect(zhao.card(`${approval} ·`).buttons).toEqual([]);
      await wang.presses('修改', wang.at(`${request} ·`, 'direct'));
      await wang.fills({ 标题: '招聘分析师', 岗位: '分析师', 月薪: 20000, 说明: '新设团队，共三人' }, '提交');

      // The department's yes rests on the position and the salary, which are the same.
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      expect(zhao.card(`${approval} ·`).text).toMatch(/补充人手[\s\S]*→[\s\S]*新设团队，共三人/);
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(wang.card(`${request} ·`, 'direct').text).toContain('服务中');
    });

    test('a revision of what the first stage approved asks it again; its old card decides nothing', async () => {
      const { wang, li, zhao } = people();
      const { request, approval } = await hiring('招聘顾问', { wang, li });
      await li.presses('同意', li.at(`${approval} ·`));
      await zhao.presses('Send back', zhao.at(`${approval} ·`));
      await zhao.fills({ Reason: 'Too much' }, 'Send back');
      await wang.presses('修改', wang.at(`${request} ·`, 'direct'));
      await wang.fills({ 标题: '招聘顾问', 岗位: '顾问', 月薪: 18000 }, '提交');

      expect(li.card(`${approval} ·`).text).toMatch(/月薪[\s\S]{0,3}20,000 → 18,000/);
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      expect(zhao.card(`${approval} ·`).buttons).toEqual([]);
      await li.presses('同意', li.at(`${approval} ·`));
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(wang.card(`${request} ·`, 'direct').text).toContain('服务中');
    });

    test('sent back to an earlier stage, it is decided there again', async () => {
      const { wang, li, zhao } = people();
      const { approval } = await hiring('招聘助理', { wang, li });
      await li.presses('同意', li.at(`${approval} ·`));
      await zhao.presses('Send back', zhao.at(`${approval} ·`));
      await zhao.fills({ 'Send back to': 'Department', Reason: 'Is the budget yours?' }, 'Send back');
      expect(li.card('Zhao Min 请您重新审批').text).toContain('Is the budget yours?');
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      await li.presses('同意', li.at(`${approval} ·`));
      expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
    });

    test('transferred, it is the other’s; not to oneself, to whoever asked, or to somebody asked already', async () => {
      const { wang, li, sun } = people();
      const { request, approval } = await hiring('招聘经理', { wang, li });
      await li.presses('转交', li.at(`${approval} ·`));
      await li.fills({ 转交给: '孙静', 意见: '我在出差' }, '转交');
      expect(sun.card(`李强 将 ${approval}`).text).toContain('转交您审批');
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      expect(sun.card(`${approval} ·`).text).toContain('我在出差');
      await sun.presses('同意', sun.at(`${approval} ·`));
      expect(wang.card(`${request} ·`, 'direct').text).toContain('Zhao Min');
    });

    test('added before, somebody decides first and it comes back; added after, they decide once it was approved', async () => {
      const { wang, li, sun, zhao } = people();
      const { approval } = await hiring('招聘总监', { wang, li });
      await li.presses('加签', li.at(`${approval} ·`));
      await li.fills({ 加签人: '孙静', 审批顺序: '在我之前审批' }, '加签');
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      await sun.presses('同意', sun.at(`${approval} ·`));
      // His card has been standing there for a while: he is told that it is his turn again.
      expect(li.cards(`轮到您审批 ${approval}`)).toHaveLength(1);
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      await li.presses('同意', li.at(`${approval} ·`));

      await zhao.presses('Add approver', zhao.at(`${approval} ·`));
      await zhao.fills({ Approver: '孙静', Order: 'After me' }, 'Add approver');
      expect(sun.card(`${approval} ·`).buttons).toEqual([]);
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(sun.card(`${approval} ·`).buttons).toContain('同意');
      expect(await world().rows('SELECT state FROM v_records WHERE number = $1', [approval])).toEqual([
        { state: 'running' },
      ]);
      await sun.presses('同意', sun.at(`${approval} ·`));
      expect(await world().rows('SELECT state FROM v_records WHERE number = $1', [approval])).toEqual([
        { state: 'approved' },
      ]);
    });

    test('a comment decides nothing and reaches whoever asked; with a yes it stands beside it', async () => {
      const { wang, li } = people();
      const { request, approval } = await hiring('招聘实习生', { wang, li });
      await li.presses('留言', li.at(`${approval} ·`));
      await li.fills({ 意见: '几个人？' }, '留言');
      expect(wang.card(`李强 就 ${approval}`, 'direct').text).toContain('几个人？');
      // Whoever asked answers from their own card.
      await wang.presses('留言', wang.at(`${request} ·`, 'direct'));
      await wang.fills({ 意见: '两个人' }, '留言');
      expect(li.card(`王芳 就 ${approval}`).text).toContain('两个人');
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      await li.presses('留言', li.at(`${approval} ·`));
      await li.fills({ 意见: '同意，两人为限', 决定: '同意' }, '留言');
      expect(li.card(`${approval} ·`).text).toContain('同意，两人为限');
      expect(wang.card(`${request} ·`, 'direct').text).toContain('Zhao Min');
    });

    test('several at once: each is decided on its own, and its line says what became of it', async () => {
      const { wang, li, zhao } = people();
      const one = await hiring('招聘译员', { wang, li });
      const two = await hiring('招聘校对', { wang, li });
      const three = await hiring('招聘编辑', { wang, li });
      await li.says('我的');
      await li.presses('批量审批', li.at('待我处理'));
      // While the form is open, one of them is taken back.
      await wang.presses('撤回', wang.at(`${two.request} ·`, 'direct'));
      await li.fills(
        {
          [`${one.approval} · 招聘译员`]: '同意',
          [`${two.approval} · 招聘校对`]: '同意',
          [`${three.approval} · 招聘编辑`]: '暂不决定',
        },
        '提交',
      );
      const result = li.card(`✓ ${one.approval}`).text;
      expect(result).toMatch(/招聘译员」：已同意。\s*×[^✓]*招聘校对」：申请已撤回/);
      expect(result).not.toContain(three.approval);
      expect(zhao.card(`${one.approval} ·`).buttons).toContain('Approve');
      expect(li.card(`${two.approval} ·`).text).toContain('已撤回');
      expect(li.card(`${three.approval} ·`).buttons).toContain('同意');
      await li.presses('同意', li.at(`${three.approval} ·`));
    });

    test('a nudge reminds whose turn it is, at most once in four hours, and says when again', async () => {
      const { wang, li } = people();
      const { request, approval } = await hiring('招聘文员', { wang, li });
      await wang.presses('催办', wang.at(`${request} ·`, 'direct'));
      const nudges = () => li.cards(`王芳 正在等待 ${request}`).length;
      expect(nudges()).toBe(1);
      await wang.presses('催办', wang.at(`${request} ·`, 'direct'));
      expect(nudges()).toBe(1);
      await world().pass(4 * 3_600_000);
      await wang.presses('催办', wang.at(`${request} ·`, 'direct'));
      expect(nudges()).toBe(2);
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
    });
  },
  { firm },
);
