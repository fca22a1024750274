/** What a desk does with a request before work begins: asks, declines, sorts, hands over; and what its requester may still do. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

everywhere(({ people, world }) => {
  test('the desk asks for more, the requester answers, and the desk takes it', async () => {
    const { wang, li } = people();
    const number = await asksFor('储能市场调研', wang);

    await li.presses('需补充', li.at(`${number} ·`, 'room'));
    await li.fills({ 问题: '范围包括海外吗？' }, '提交');
    expect(wang.card(`${number} ·`).text).toContain('待补充');
    expect(wang.card('想进一步了解').text).toContain('范围包括海外吗？');

    await wang.presses('补充说明', wang.at(`${number} ·`, 'direct'));
    await wang.fills({ 补充内容: '包括东南亚' }, '提交');
    expect(li.card(`王芳 补充了 ${number}`).text).toContain('包括东南亚');
    expect(li.card(`${number} ·`).text).toContain('待受理');

    await takes(number, li);
    expect(wang.card(`${number} ·`).text).toMatch(/审批中[\s\S]*范围包括海外吗？[\s\S]*包括东南亚/);
  });

  test('declining wants a reason: spaces are none, nothing else happens, and the requester is told why', async () => {
    const { wang, li } = people();
    const number = await asksFor('电池回收调研', wang);

    await li.presses('不受理', li.at(`${number} ·`, 'room'));
    await li.fills({ 原因: '   \u200b ' }, '提交');
    expect(Object.values(li.problems()).join()).toContain('请填写');
    expect(wang.card(`${number} ·`).text).toContain('待受理');

    await li.fills({ 原因: '本季度排期已满' }, '提交');
    expect(wang.card(`${number} ·`).text).toMatch(/不受理[\s\S]*本季度排期已满/);
    expect(wang.card(`李强 未能受理 ${number}`).text).toContain('本季度排期已满');
    expect(li.card(`${number} ·`).buttons).toEqual([]);
  });

  test('a field that is wrong is named, and nothing that was typed is lost', async () => {
    const { wang } = people();
    await wang.says('申请 氢能调研');
    await wang.fills({ 标题: '氢能调研', 业务背景: '　', 期望日期: '2026-12-31', 区域: '华南' }, '提交');
    expect(wang.problems()).toEqual({ 业务背景: '请填写此项。' });
    await wang.fills({ 业务背景: '加氢站布局' }, '提交');
    expect(wang.card(/氢能调研\n.*REQ-/).text).toMatch(/2026-12-31[\s\S]*华南[\s\S]*加氢站布局/);
  });

  test('the desk sorts a request, and whoever it is handed to hears of it', async () => {
    const { wang, li } = people();
    const number = await asksFor('光伏调研', wang, { 预算: 5000 });
    await takes(number, wang);
    await li.presses('同意', li.at(approvalOf('光伏调研', li)));

    await wang.presses('分派', wang.at(`${number} ·`, 'room'));
    await wang.fills({ 影响范围: '大', 紧急程度: '大', 负责人: '李强' }, '提交');
    expect(li.card(`将 ${number}`).text).toContain('王芳');
    expect(li.card(`${number} ·`).text).toMatch(/紧急（影响大 × 紧急大）[\s\S]*李强/);
  });

  test('a request may be edited until somebody takes it', async () => {
    const { wang, li } = people();
    const number = await asksFor('风电调研', wang, { 预算: 70000 });
    await wang.presses('修改', wang.at(`${number} ·`, 'direct'));
    await wang.fills({ 标题: '海上风电调研', 预算: 80000 }, '提交');
    expect(li.card(`${number} ·`).text).toMatch(/海上风电调研[\s\S]*80,000[\s\S]*客户计划进入华东/);

    await takes(number, li);
    expect(wang.card(`${number} ·`, 'direct').buttons).toEqual(['催办', '撤回', '留言']);
  });

  test('a nudge reaches whoever holds the request: first the desk, then the approver', async () => {
    const { wang, li } = people();
    const number = await asksFor('核能调研', wang);
    await wang.presses('催办', wang.at(`${number} ·`, 'direct'));
    expect(li.cards(`王芳 正在等待 ${number}`)).toHaveLength(1);
    expect(wang.told().at(-1)).toContain(`已就 ${number} 提醒`);

    await takes(number, li);
    await wang.presses('催办', wang.at(`${number} ·`, 'direct'));
    expect(li.cards(`王芳 正在等待 ${number}`)).toHaveLength(2);
  });

  test('one request makes one record, told once to everyone it concerns', async () => {
    const { wang, li } = people();
    const number = await asksFor('潮汐能调研', wang);
    expect(await world().rows('SELECT number FROM v_records WHERE title = $1', ['潮汐能调研'])).toEqual([{ number }]);
    expect(await world().rows('SELECT event FROM v_audit WHERE record = $1', [number])).toEqual([
      { event: 'request.submitted' },
    ]);
    expect(li.cards(`${number} ·`)).toHaveLength(1);
    expect(wang.cards(`${number} ·`)).toHaveLength(2);
  });
});
