/** The flow language at work: rules, conditions, what passes by itself, who is told, and time that runs out. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { approvalOf, numberUnder, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/approvals-firm.yaml', import.meta.url));
const HOUR_MS = 3_600_000;

everywhere(
  ({ people, world }) => {
    const state = async (number: string) =>
      (await world().rows<{ state: string }>('SELECT state FROM v_records WHERE number = $1', [number]))[0]?.state;

    test('what the flow approves by rule is shown as such, and asks nobody', async () => {
      const { wang, li } = people();
      await wang.says('申请 费用报销');
      await wang.fills({ 标题: '打车费', 金额: 120 }, '提交');
      const request = numberUnder('打车费', 'REQ', wang);
      await takes(request, li);
      expect(wang.card(`${request} ·`, 'direct').text).toContain('服务中');
      const [approval] = await world().rows<{ number: string; state: string }>(
        `SELECT number, state FROM v_records WHERE kind = 'approval'`,
      );
      expect(approval?.state).toBe('approved');
      await li.says(`查询 ${approval?.number}`);
      expect(li.card(`${approval?.number} ·`, 'direct').text).toContain('按规则自动通过');
    });

    test('a condition asks management only for much money; and too late, management instead of the head', async () => {
      const { wang, li, zhao } = people();
      await wang.says('申请 费用报销');
      await wang.fills({ 标题: '展台', 金额: 9000 }, '提交');
      const request = numberUnder('展台', 'REQ', wang);
      await takes(request, li);
      const approval = approvalOf('展台', li);
      expect(li.card(`${approval} ·`).text).not.toContain('公司管理层');
      await world().pass(6 * HOUR_MS);
      expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
      expect(zhao.card(`${approval} ·`).text).toContain('李强');
      expect(li.card(`${approval} ·`).buttons).toEqual([]);
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(await state(approval)).toBe('approved');
    });

    test('so many of them, all of them, one after another; whoever approved already is not asked twice', async () => {
      const { li, wang, zhao, sun } = people();
      await li.says('申请 标准发布');
      await li.fills({ 标题: '服务规范', 正文: '第一条' }, '提交');
      const request = numberUnder('服务规范', 'REQ', li);
      await sun.presses('接手', sun.at(`${request} ·`));
      const approval = approvalOf('服务规范', wang);
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(wang.card(`${approval} ·`).text).toContain('专家评审');
      await wang.presses('同意', wang.at(`${approval} ·`));

      // 王芳 has said yes to it; the consultation wants 孙静 as well.
      expect(wang.card(`${approval} ·`).buttons).toEqual([]);
      await sun.presses('同意', sun.at(`${approval} ·`));
      expect(sun.card(`${approval} ·`).buttons).toEqual([]);
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(sun.card(`${approval} ·`).buttons).toContain('同意');
      await sun.presses('同意', sun.at(`${approval} ·`));
      expect(await state(approval)).toBe('approved');
    });

    test('whoever is named to be told is told: when the stage has passed, and when all is approved', async () => {
      const { wang, li, zhao, sun } = people();
      await wang.says('申请 招聘需求');
      await wang.fills({ 标题: '前台', 岗位: '前台' }, '提交');
      await takes(numberUnder('前台', 'REQ', wang), li);
      const approval = approvalOf('前台', li);
      await li.presses('同意', li.at(`${approval} ·`));
      expect(sun.cards(`抄送：${approval}`)).toEqual([]);
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(sun.cards(`抄送：${approval}`).map(({ text }) => text)).toHaveLength(2);
    });

    test('four working hours without a decision remind once; a working day asks the head’s head as well', async () => {
      const { wang, li, zhao } = people();
      await wang.says('申请 招聘需求');
      await wang.fills({ 标题: '司机', 岗位: '司机' }, '提交');
      await takes(numberUnder('司机', 'REQ', wang), li);
      const approval = approvalOf('司机', li);
      const reminders = () => li.cards(`温馨提醒：${approval}`).length;
      expect(reminders()).toBe(0);
      await world().pass(24 * HOUR_MS);
      expect(reminders()).toBe(1);
      await world().pass(48 * HOUR_MS);
      expect(reminders()).toBe(1);
      expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      await zhao.presses('Approve', zhao.at(`${approval} ·`));
      expect(li.card(`${approval} ·`).text).toContain('代 李强');
    });
  },
  { firm },
);
