/** Reports of projects: asked in everybody's own time across a change of clocks, excused on leave, missed by name, told again later. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/project-firm.yaml', import.meta.url));
const form = (project: string, week: string) => new RegExp(`${project} · ${week}[\\s\\S]*进展如何`);
const states = `SELECT owner, state FROM v_records WHERE kind = 'progress' AND title = $1 ORDER BY owner, number`;

everywhere(
  ({ people, world }) => {
    const says = async (who: 'wang' | 'li' | 'zhao' | 'ann' | 'sun', words: string) => {
      await people()[who].says(words);
      return people()[who].sees().at(-1)?.text ?? '';
    };

    test('before the clocks of New York go back the question comes at four there, for each project by its name', async () => {
      const { wang, li } = people();
      await world().travelTo(new Date('2026-10-30T08:00:00Z'));
      expect(li.card(form('门店选址', '2026-W44')).text).not.toContain('数据平台');
      const own = { 本周完成: '看了五家店', 下周计划: '签两家', 健康度: '有风险' };
      await li.fills(own, '提交', li.at(form('门店选址', '2026-W44')));
      await world().travelTo(new Date('2026-10-30T19:59:00Z'));
      expect(wang.cards('2026-W44')).toEqual([]);
      await world().travelTo(new Date('2026-10-30T20:00:00Z'));
      expect(wang.cards(form('门店选址', '2026-W44'))).toHaveLength(1);
      await wang.fills({ 本周完成: '建模', 健康度: '正常' }, '提交', wang.at(form('数据平台', '2026-W44')));
      expect(wang.card('周报 · 数据平台').text).toMatch(/已提交[\s\S]*建模/);
    });

    test('one who owes a report is given its form; one who owes none may choose', async () => {
      const { wang } = people();
      expect(await says('wang', '周报')).toMatch(form('门店选址', '2026-W44'));
      await wang.presses('本周跳过', wang.at(form('门店选址', '2026-W44')));
      expect(await says('wang', '周报')).toContain('请选择要填写的报告');
      expect(wang.card('请选择要填写的报告').buttons).toEqual(['查看', '查看']);
    });

    test('who has not answered when the grace is over is named to the project manager, once', async () => {
      const { sun, zhao } = people();
      await world().travelTo(new Date('2026-11-03T02:00:00Z'));
      expect(sun.cards('逾期未交')).toHaveLength(1);
      expect(sun.card('逾期未交').text).toContain('2026-W44 的「门店选址」周报逾期未交：Zhao Min');
      await zhao.presses('Fill in', zhao.at('Weekly report · 门店选址 · 2026-W44'));
      await zhao.fills({ Done: 'Budget', Health: 'On track' }, 'Submit');
      expect(zhao.card('Weekly report · 门店选址').text).toContain('Submitted · late');
    });

    test('after the clocks have changed it is four there again, and nobody on leave is asked or missed', async () => {
      const { wang, li, sun } = people();
      await li.says('请假 2026-11-04..2026-11-09');
      await world().travelTo(new Date('2026-11-06T20:59:00Z'));
      expect(wang.cards('2026-W45')).toEqual([]);
      await world().travelTo(new Date('2026-11-06T21:00:00Z'));
      expect(wang.cards(form('门店选址', '2026-W45'))).toHaveLength(1);
      await wang.says('请假 2026-11-09..2026-11-10');
      await world().travelTo(new Date('2026-11-10T01:00:00Z'));
      expect(li.cards(form('门店选址', '2026-W45'))).toEqual([]);
      expect(sun.cards('2026-W45 的')).toHaveLength(1);
      expect(sun.card('2026-W45 的').text).not.toMatch(/王芳|李强/);
      expect(await world().rows(states, ['2026-W45'])).toEqual([
        { owner: 'li', state: 'excused' },
        { owner: 'wang', state: 'excused' },
        { owner: 'wang', state: 'excused' },
        { owner: 'zhao', state: 'missed' },
      ]);
    });

    test('whoever was excused may still report, and is not late', async () => {
      const { li } = people();
      expect(await says('li', '周报 2026-W45')).toContain('请假至 2026-11-09');
      await li.presses('填写', li.at('请假至 2026-11-09'));
      await li.fills({ 本周完成: '补记', 下周计划: '装修招标', 健康度: '正常' }, '提交');
      expect(li.card('周报 · 门店选址 · 2026-W45').text).toMatch(/已提交\n[\s\S]*补记/);
    });

    test('what was planned is proposed as what was done', async () => {
      const { li } = people();
      await world().travelTo(new Date('2026-11-13T08:00:00Z'));
      await li.fills({ 健康度: '偏离' }, '提交', li.at(form('门店选址', '2026-W46')));
      expect(li.card('周报 · 门店选址 · 2026-W46').text).toMatch(/偏离[\s\S]*装修招标/);
    });

    test('when the next one is asked for, the one before is closed', async () => {
      const { wang } = people();
      await world().travelTo(new Date('2026-11-13T21:00:00Z'));
      await wang.presses('填写', wang.at(/门店选址 · 2026-W45/));
      expect([...wang.told(), ...wang.sees().map(({ text }) => text)].join('\n')).toContain('这一期不再接收');
    });

    test('history is told by project, week by week, down to each report', async () => {
      const { sun, li } = people();
      expect(await says('sun', '周报 PRJ-1')).toMatch(/门店选址 · 周报[\s\S]*2026-W46[\s\S]*李强：偏离/);
      await sun.presses('打开', sun.at('门店选址 · 周报'));
      expect(sun.sees().at(-1)?.text).toMatch(/门店选址 · 2026-W46[\s\S]*李强[\s\S]*偏离 · 装修招标/);
      await sun.presses('查看', sun.at('偏离 · 装修招标'));
      expect(sun.sees().at(-1)?.text).toContain('装修招标');
      expect(await says('li', 'report prj-1')).toContain('门店选址 · 周报');
      expect(await says('li', '周报 上次')).toMatch(/2026-W46[\s\S]*装修招标/);
      expect(li.card('2026-W46').buttons).toEqual(['修改']);
    });

    test('what cannot be shown is said', async () => {
      expect(await says('li', '周报 PRJ-9')).toContain('没有 PRJ-9 这个项目');
      expect(await says('li', '周报 PRJ-2')).toContain('数据平台 · 周报');
      expect(await says('li', '周报 2026-W50')).toContain('还没有开始');
      expect(await says('li', '周报 2026-W30')).toContain('您没有 2026-W30 的报告');
      expect(await says('sun', '周报 上次')).toContain('您还没有提交过报告');
      expect(await says('sun', '周报')).toContain('您无需填写周报');
      expect(await says('ann', 'report PRJ-1')).toContain('No weekly report is asked of you');
      expect(await says('li', '周报怎么写')).toContain('需要转为申请吗');
    });
  },
  { firm, at: new Date('2026-10-29T02:00:00Z') },
);
