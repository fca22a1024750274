/** The weekly report: asked on Friday at four in the person's own time, reminded, answered or not, and gathered for the head on Monday. */
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';

const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`);
const week = '2026-W48';
const reports = `SELECT state, count(*)::int AS n FROM v_records WHERE kind = 'progress' AND title = $1 GROUP BY 1 ORDER BY 1`;

everywhere(({ people, world }) => {
  test('nobody is asked before Friday at four, and management is not asked at all', async () => {
    const { wang, li, zhao, sun } = people();
    await world().travelTo(at('2026-11-27T15:59'));
    expect(await world().rows(reports, [week])).toEqual([]);
    await world().travelTo(at('2026-11-27T16:00'));
    expect(wang.card(week).text).toContain('这一周进展如何');
    expect(li.card(week).text).toContain('这一周进展如何');
    expect(zhao.cards(week)).toEqual([]);
    expect(sun.cards(week)).toEqual([]);
  });

  test('whoever has not answered two working hours later is reminded once', async () => {
    const { wang, li } = people();
    await li.fills({ 本周完成: '访谈三家客户', 下周计划: '出初稿', 阻碍: '数据未到', 健康度: '有风险' }, '提交');
    expect(li.card(`周报 ${week}`).text).toMatch(/已提交[\s\S]*有风险[\s\S]*访谈三家客户/);
    await world().travelTo(at('2026-11-27T18:00'));
    await world().travelTo(at('2026-11-29T12:00'));
    expect(wang.cards('温馨提醒')).toHaveLength(1);
    expect(li.cards('温馨提醒')).toEqual([]);
  });

  test('on Monday at ten the head hears how many answered and who is missing', async () => {
    const { li } = people();
    await world().travelTo(at('2026-11-30T10:00'));
    expect(li.card(`${week} 周报：已提交 1/2 份`).text).toContain('汇总草稿已备好');
    expect(li.cards('逾期未交：王芳')).toHaveLength(1);
    expect(li.card('周报汇总').text).toMatch(/有风险[\s\S]*李强[\s\S]*提交[\s\S]*王芳[\s\S]*李强：访谈三家客户/);
    expect(await world().rows(reports, [week])).toEqual([
      { state: 'missed', n: 1 },
      { state: 'submitted', n: 1 },
    ]);
  });

  test('a late report is still welcome, is marked as late, and completes the head’s list', async () => {
    const { wang, li } = people();
    expect(wang.card(`周报 ${week}`).buttons).toEqual(['填写']);
    await wang.presses('填写', wang.at(`周报 ${week}`));
    await wang.fills({ 本周完成: '补交', 健康度: '正常' }, '提交');
    expect(wang.card(`周报 ${week}`).text).toMatch(/已提交 · 迟交[\s\S]*补交/);
    expect(wang.card(`周报 ${week}`).buttons).toEqual(['修改']);
    expect(li.card('周报汇总').text).toContain('已提交 2/2 份');
    expect(li.cards('周报汇总')).toHaveLength(1);
  });

  test('“report” opens this week’s form before anyone is asked, and Friday does not make a second one', async () => {
    const { wang, zhao } = people();
    await wang.says('周报');
    await wang.fills({ 本周完成: '提前交', 健康度: '正常' }, '提交');
    await zhao.says('report');
    expect(zhao.sees().at(-1)?.text).toContain('No weekly report is asked of you.');
    await world().travelTo(at('2026-12-04T16:00'));
    const own = await world().rows(`SELECT state FROM v_records WHERE title = '2026-W49' AND owner = 'wang'`);
    expect(own).toEqual([{ state: 'submitted' }]);
    expect(wang.cards('2026-W49').filter(({ text }) => text.includes('这一周进展如何'))).toEqual([]);
  });

  test('a week may be skipped, and a skipped one is neither reminded nor missing', async () => {
    const { li } = people();
    await li.presses('本周跳过');
    expect(li.card('周报 2026-W49').text).toContain('已跳过');
    await world().travelTo(at('2026-12-07T10:00'));
    expect(li.cards('温馨提醒')).toEqual([]);
    expect(li.cards(/2026-W49.*逾期未交/)).toEqual([]);
    expect(await world().rows(reports, ['2026-W49'])).toEqual([
      { state: 'skipped', n: 1 },
      { state: 'submitted', n: 1 },
    ]);
  });
});
