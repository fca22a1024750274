/** After the work: done, reopened, closed by itself after three working days. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const internal = { 客户: '内部事项，不涉及客户', 预算: 100 };
const state = 'SELECT state FROM v_records WHERE number = $1';

everywhere(({ people, world }) => {
  async function served(title: string): Promise<string> {
    const { wang, li } = people();
    const number = await asksFor(title, wang, internal);
    await takes(number, li);
    await li.presses('同意', li.at(`${approvalOf(title, li)} ·`));
    return number;
  }

  test('a request that is done can be reopened by its requester, and is done again', async () => {
    const { wang, li } = people();
    const number = await served('官网改版');
    await li.presses('完成', li.at(`${number} ·`, 'room'));
    expect(wang.card(`李强 已完成 ${number}`).text).toContain('官网改版');
    await wang.presses('重新打开', wang.at(`${number} ·`, 'direct'));
    expect(li.card(`王芳 重新打开了 ${number}`).text).toContain('官网改版');
    expect(li.card(`${number} ·`).text).toContain('已重新打开');
    await li.presses('完成', li.at(`${number} ·`, 'room'));
    expect(wang.card(`${number} ·`, 'direct').text).toContain('已完成');
  });

  test('nobody may finish a request that they do not serve', async () => {
    const { sun } = people();
    const number = await served('年度审计');
    await sun.says(`查询 ${number}`);
    expect(sun.card(`${number} ·`).buttons).toEqual([]);
  });

  test('three working days after it was done it closes by itself, weekends not counted', async () => {
    const { wang, li } = people();
    const number = await served('会议纪要');
    await li.presses('完成', li.at(`${number} ·`, 'room'));
    // Wednesday, about ten: 24 working hours of 7.5 a day end on the following Monday.
    const [due] = await world().rows<{ due_at: Date }>(
      `SELECT due_at FROM v_agenda WHERE record = $1 AND kind = 'request.close'`,
      [number],
    );
    expect(due?.due_at.toISOString()).toMatch(/^2026-11-30T0/);
    await world().travelTo(new Date('2026-11-29T12:00:00Z'));
    expect(await world().rows(state, [number])).toEqual([{ state: 'done' }]);
    await world().travelTo(new Date('2026-11-30T10:00:00Z'));
    expect(await world().rows(state, [number])).toEqual([{ state: 'closed' }]);
    expect(wang.card(`${number} ·`, 'direct').text).toContain('已关闭');
    expect(wang.card(`${number} ·`, 'direct').buttons).toEqual(['重新打开']);
  });
});
