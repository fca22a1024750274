/** Somebody leaves the firm: nothing waits for them, and what they decided keeps their name. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { approvalOf, asksFor, numberUnder, takes } from './beginnings.ts';
import { leavesTheDirectory } from './departures.ts';
import { everywhere } from './everywhere.ts';

const firm = fileURLToPath(new URL('../fixtures/firm/approvals-firm.yaml', import.meta.url));

describe('by an administrator’s word', () => {
  everywhere(
    ({ people, world }) => {
      test('only an administrator says so, of somebody the firm knows, and not of themselves', async () => {
        const { li, sun } = people();
        await li.says('离职 @王芳');
        expect(li.sees().at(-1)?.text).toContain('您不能进行这项操作');
        await sun.says('离职 @某某');
        expect(sun.sees().at(-1)?.text).toContain('没有找到这位同事');
        await sun.says('offboard @孙静');
        expect(sun.sees().at(-1)?.text).toContain('不能为自己登记离职');
      });

      test('what waited for them goes up the line with one notice; what they decided keeps their name', async () => {
        const { wang, li, zhao, sun } = people();
        const ask = async (title: string) => {
          await wang.says('申请 招聘需求');
          await wang.fills({ 标题: title, 岗位: title }, '提交');
          const request = numberUnder(title, 'REQ', wang);
          await takes(request, li);
          return { request, approval: approvalOf(title, li) };
        };
        const decided = await ask('译者');
        await li.presses('同意', li.at(`${decided.approval} ·`));
        const open = await ask('编辑');

        await li.says('请假 2026-12-03..2026-12-04 @王芳');
        await sun.says('离职 @李强');
        expect(wang.cards('李强 已销假')).toEqual([]);
        expect(sun.card('已登记 李强 离职').text).toContain('转给 Zhao Min');
        const told = zhao.cards('李强 has left the firm');
        expect(told).toHaveLength(1);
        expect(told[0]?.text).toContain(open.approval);
        expect(told[0]?.text).toContain(open.request);
        expect(zhao.card(`${open.approval} ·`).buttons).toContain('Approve');
        expect(zhao.card(`${open.approval} ·`).text).toContain('successor');
        expect(zhao.card(`${decided.approval} ·`).text).toContain('李强 approved');
        await zhao.presses('Approve', zhao.at(`${open.approval} ·`));

        // Their own copies are closed, and whoever has left is refused from then on.
        expect(li.cards(`${open.approval} ·`)).toEqual([]);
        expect(li.card('无需您处理').buttons).toEqual([]);
        await li.says('我的');
        expect(li.sees().at(-1)?.text).toContain('您不能进行这项操作');
        // And is asked nothing any more.
        const later = await (async () => {
          await wang.says('申请 招聘需求');
          await wang.fills({ 标题: '校对', 岗位: '校对' }, '提交');
          return numberUnder('校对', 'REQ', wang);
        })();
        expect(await world().rows(`SELECT state FROM v_records WHERE number = $1`, [later])).toEqual([
          { state: 'new' },
        ]);
        expect(await world().rows(`SELECT actor, event FROM v_audit WHERE event = 'person.left'`)).toEqual([
          { actor: 'sun', event: 'person.left' },
        ]);
      });
    },
    { firm },
  );
});

describe('by the chat’s directory', () => {
  everywhere(
    ({ people, world, platform }) => {
      test('gone from their only chat, they are swept; gone from one of two, an administrator is asked', async () => {
        const { wang, li, zhao, sun } = people();
        const request = await asksFor('调研', wang, {});
        await takes(request, li);
        const approval = approvalOf('调研', li);
        await leavesTheDirectory(world(), li.account);
        // In the example firm everybody has both chats.
        expect(sun.card('通讯录中已没有 李强').text).toContain('离职 @李强');
        expect(sun.cards('通讯录中已没有 李强')).toHaveLength(1);
        expect(li.card(`${approval} ·`).buttons).toContain('同意');

        // As if this were the only chat he ever had.
        await world().rows(`DELETE FROM account WHERE person_id = 'li' AND platform <> $1`, [platform]);
        await world().rows('UPDATE directory SET revision = revision + 1');
        await leavesTheDirectory(world(), li.account);
        expect(zhao.cards('李强 has left the firm')).toHaveLength(1);
        expect(zhao.card(`${approval} ·`).buttons).toContain('Approve');
        expect(await world().rows(`SELECT actor FROM v_audit WHERE event = 'person.left'`)).toEqual([
          { actor: 'clock' },
        ]);
      });
    },
    { platforms: ['slack', 'feishu'] },
  );
});
