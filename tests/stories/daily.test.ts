/** A project that reports every day and at its milestones; its member still reports the week to the department. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/daily-firm.yaml', import.meta.url));
const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`);
const daily = (day: string) => new RegExp(`日报 · 数据平台 · ${day}[\\s\\S]*今天进展如何`);

everywhere(
  ({ people, world }) => {
    test('every working day is asked about in three questions, and reminded of once', async () => {
      const { wang } = people();
      await world().travelTo(at('2026-11-25T17:30'));
      expect(wang.card(daily('2026-11-25')).text).not.toContain('健康度');
      await world().travelTo(at('2026-11-25T17:50'));
      expect(wang.card('温馨提醒').text).toContain('您 2026-11-25 的「数据平台」日报');
      await wang.fills({ 今日完成: '接口', 明日计划: '联调' }, '提交', wang.at(daily('2026-11-25')));
      expect(wang.card('日报 · 数据平台 · 2026-11-25').text).toMatch(/已提交[\s\S]*今日完成[\s\S]*接口[\s\S]*联调/);
    });

    test('yesterday’s plan is proposed, and a day may be skipped', async () => {
      const { wang } = people();
      await world().travelTo(at('2026-11-26T17:30'));
      await wang.fills({ 阻碍: '测试环境' }, '提交', wang.at(daily('2026-11-26')));
      expect(wang.card('日报 · 数据平台 · 2026-11-26').text).toMatch(/今日完成[\s\S]*联调[\s\S]*测试环境/);
      await world().travelTo(at('2026-11-27T17:30'));
      await wang.presses('今日跳过', wang.at(daily('2026-11-27')));
      expect(wang.card('日报 · 数据平台 · 2026-11-27').text).toContain('已跳过');
    });

    test('a milestone on a Saturday was asked about on Friday, beside the week', async () => {
      const { wang } = people();
      const about = /里程碑报告 · 数据平台 · 内测[\s\S]*里程碑完成得如何/;
      await wang.fills({ 成果: '已上线', 健康度: '正常' }, '提交', wang.at(about));
      expect(wang.card('里程碑报告 · 数据平台 · 内测').text).toMatch(/已提交[\s\S]*正常[\s\S]*已上线/);
      expect(wang.cards(/周报 2026-W48[\s\S]*这一周进展如何/)).toHaveLength(1);
    });

    test('nothing is asked at the weekend, and a missed day is named to the project manager next morning', async () => {
      const { wang, li } = people();
      await world().travelTo(at('2026-11-30T17:30'));
      expect(wang.cards(/日报 · 数据平台 · 2026-11-(28|29)/)).toEqual([]);
      await world().travelTo(at('2026-12-01T09:30'));
      expect(li.card('逾期未交').text).toContain('2026-11-30 的「数据平台」日报逾期未交：王芳');
    });
  },
  { firm },
);
