/** The clock of the first response: counted in working time, each threshold said once, silent when somebody has answered. */
import { expect, test } from 'vitest';
import { asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

/** Ten minutes before the weekend, in Shanghai. */
const FRIDAY_1750 = new Date('2026-11-27T09:50:00Z');
const MONDAY_0905 = new Date('2026-11-30T01:05:00Z');
const MONDAY_0914 = new Date('2026-11-30T01:14:00Z');
const MONDAY_0915 = new Date('2026-11-30T01:15:00Z');
const MONDAY_0920 = new Date('2026-11-30T01:20:00Z');
const overdue = (number: string): string => `${number}「`;

everywhere(
  ({ people, world }) => {
    test('asked ten minutes before the weekend, the answer is due on Monday at twenty past nine, not before', async () => {
      const { wang, li } = people();
      const late = await asksFor('周五晚的申请', wang);
      const taken = await asksFor('有人接手的申请', wang);
      const asked = await asksFor('有人提问的申请', wang);
      expect(li.card(`${late} ·`).text).toMatch(/战略部，请于 .*09:20/);
      expect(
        await world().rows(
          `SELECT date_trunc('minute', due_at) AS due FROM v_agenda WHERE record = $1 AND kind = 'sla.mark' ORDER BY due_at`,
          [late],
        ),
      ).toEqual([{ due: MONDAY_0905 }, { due: MONDAY_0914 }, { due: MONDAY_0920 }]);
      await takes(taken, li);
      await li.presses('需补充', li.at(`${asked} ·`));
      await li.fills({ 问题: '预算多少？' }, '提交');
      await world().travelTo(MONDAY_0915);
      expect(li.cards(`${late}「周五晚的申请」的首次响应时限已用 50%`)).toHaveLength(1);
      expect(li.cards(`${late}「周五晚的申请」的首次响应时限已用 80%`)).toHaveLength(1);
      expect(li.cards(taken).filter(({ text }) => text.includes('首次响应时限已用'))).toEqual([]);
      expect(li.cards('已超过首次响应时限')).toEqual([]);

      await world().travelTo(new Date(MONDAY_0920.getTime() + 60_000));
      const heads = li.cards('已超过首次响应时限');
      expect(heads.map(({ text }) => text).filter((text) => !text.includes(overdue(late)))).toEqual([]);
      expect(li.card(`${late} ·`).text).toContain('已超时');
    });

    test('the desk and its head are told once, however long nobody answers', async () => {
      const { li } = people();
      const before = li.cards('已超过首次响应时限').length;
      expect(before).toBe(2);
      await world().pass(2 * 3_600_000);
      expect(li.cards('已超过首次响应时限')).toHaveLength(before);
      const rows = await world().rows(
        `SELECT record, state, reason, count(*)::int AS count FROM v_agenda WHERE kind = 'sla.mark' AND state <> 'due'
         GROUP BY 1, 2, 3 ORDER BY record`,
      );
      expect(rows).toMatchObject([
        { state: 'done', reason: null, count: 3 },
        { state: 'skipped', reason: 'sla.nothing-due', count: 3 },
        { state: 'skipped', reason: 'sla.nothing-due', count: 3 },
      ]);
    });
  },
  { at: FRIDAY_1750 },
);
