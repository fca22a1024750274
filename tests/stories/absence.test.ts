/** Approvers on leave: somebody decides for them, is told, and hands everything back. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { approvalOf, numberUnder, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/approvals-firm.yaml', import.meta.url));
const DAY_MS = 86_400_000;

everywhere(
  ({ people, world }) => {
    const asks = async (title: string): Promise<string> => {
      const { wang, li } = people();
      await wang.says('申请 招聘需求');
      await wang.fills({ 标题: title, 岗位: title }, '提交');
      await takes(numberUnder(title, 'REQ', wang), li);
      return approvalOf(title, li);
    };
    const audit = async (number: string) =>
      world().rows(`SELECT actor, on_behalf_of FROM v_audit WHERE record = $1 AND event = 'approval.yes'`, [number]);

    test('whoever is away today hands what waits for them to their delegate, who decides in their name', async () => {
      const { li, sun, zhao } = people();
      const approval = await asks('法务');
      await li.says('请假 2026-11-25..2026-11-26 @孙静');
      expect(sun.card('李强 2026-11-25 至 2026-11-26 请假').text).toContain('代理审批');
      expect(sun.card(`${approval} ·`).buttons).toContain('同意');
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      await sun.presses('同意', sun.at(`${approval} ·`));
      expect(li.card(`${approval} ·`).text).toContain('孙静（代 李强）');
      expect(zhao.card(`${approval} ·`).text).toContain('孙静 (for 李强)');
      expect(await audit(approval)).toEqual([{ actor: 'sun', on_behalf_of: 'li' }]);
    });

    test('what is asked meanwhile goes to the delegate at once', async () => {
      const { sun } = people();
      const approval = await asks('行政');
      expect(sun.card(`${approval} ·`).buttons).toContain('同意');
    });

    test('an absence cannot overlap another, turn round, lie behind or name nobody', async () => {
      const { li } = people();
      const says = async (words: string) => {
        await li.says(words);
        return li.sees().at(-1)?.text ?? '';
      };
      expect(await says('请假 2026-11-26..2026-11-30 @孙静')).toContain('重叠');
      expect(await says('请假 2026-12-05..2026-12-01')).toContain('不能早于');
      expect(await says('请假 2026-10-01..2026-10-08')).toContain('已经过去');
      expect(await says('请假 明天')).toContain('没看懂日期');
      expect(await says('请假 2026-12-01..2026-12-02 @某某')).toContain('没有找到');
      expect(await says('请假 2026-12-01..2026-12-02 @李强')).toContain('不能是自己');
    });

    test('back earlier, everything open is theirs alone again', async () => {
      const { li, sun } = people();
      const approval = approvalOf('行政', sun);
      await li.says('销假');
      expect(sun.card('李强 已销假').text).toContain('谢谢');
      expect(sun.card(`${approval} ·`).buttons).toEqual([]);
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
      await li.says('销假');
      expect(li.sees().at(-1)?.text).toContain('没有请假');
      await li.says('请假 2026年12月24日 至 2026.12.24 @孙静');
      expect(sun.card('李强 2026-12-24 请假').text).toContain('代理审批');
      await li.says('销假');
      expect(li.card('请假已取消').text).not.toContain('欢迎回来');
      expect(sun.card('李强 取消了请假').text).toContain('无需代理');
    });

    test('planned by the form it begins and ends by itself; a delegate who asked for it does not decide about their own', async () => {
      const { li, wang, zhao } = people();
      const approval = await asks('财务');
      await li.says('请假');
      await li.fills({ 开始日期: '2026-11-27', 结束日期: '2026-11-27', 代理人: '王芳' }, '提交');
      expect(li.card(/请假：李强\n.*ABS-/, 'direct').text).toContain('已登记');
      await world().pass(2 * DAY_MS);
      expect(li.card(/请假：李强\n.*ABS-/, 'direct').text).toContain('请假中');
      // 王芳 asked for it: management speaks instead.
      expect(wang.cards(`${approval} ·`).flatMap(({ buttons }) => buttons)).not.toContain('同意');
      expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
      await world().pass(DAY_MS);
      expect(li.card(/请假：李强\n.*ABS-/, 'direct').text).toContain('已结束');
      expect(li.card(`${approval} ·`).buttons).toContain('同意');
    });

    test('a delegate for some services only: the rest goes to whoever steps in', async () => {
      const { li, sun, zhao, wang } = people();
      await li.says('请假 2026-11-28..2026-11-29 @孙静 仅 旅行');
      expect(li.sees().at(-1)?.text).toContain('没有“旅行”这项服务');
      await li.says('请假 2026-11-28..2026-11-29 仅 费用报销');
      expect(li.sees().at(-1)?.text).toContain('请选择代理人');
      await li.says('请假 2026-11-28..2026-11-29 @孙静 仅 费用报销、standard');
      expect(sun.card('李强 2026-11-28 至').text).toContain('仅限费用报销和标准发布');
      await world().pass(DAY_MS);
      const hired = await asks('前台');
      await wang.says('申请 费用报销');
      await wang.fills({ 标题: '差旅', 金额: 800 }, '提交');
      await takes(numberUnder('差旅', 'REQ', wang), li);
      const spent = approvalOf('差旅', li);
      expect(sun.card(`${spent} ·`).buttons).toContain('同意');
      expect(sun.cards(`${hired} ·`).flatMap(({ buttons }) => buttons)).not.toContain('同意');
      expect(zhao.card(`${hired} ·`).buttons).toContain('Approve');
    });
  },
  { firm },
);
