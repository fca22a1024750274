/** Cards that stand for weeks: posted anew before a platform closes them, and drawn again when somebody asks. */
import { describe, expect, test } from 'vitest';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const DAY_MS = 86_400_000;

describe('before the edit window closes', () => {
  everywhere(
    ({ people, world }) => {
      test('an open approval is posted anew in the night, and the old card says so', async () => {
        const { wang, li } = people();
        await takes(await asksFor('长期', wang, {}), li);
        const approval = approvalOf('长期', li);
        const first = li.at(`${approval} ·`);
        for (let day = 0; day < 13; day += 1) {
          world().chat.age(1);
          await world().pass(DAY_MS);
        }
        const fresh = li.at(`${approval} ·`);
        expect(fresh).not.toEqual(first);
        expect(li.cards(`${approval} ·`)).toHaveLength(1);
        expect(li.card('已重新发送').buttons).toEqual([]);
        await li.presses('同意', fresh);
        expect(li.card(`${approval} ·`).text).toContain('李强 已同意');
        expect(li.card(`${approval} ·`).buttons).toEqual([]);
      });
    },
    { platforms: ['feishu'] },
  );
});

describe('the repair word', () => {
  everywhere(({ people, world }) => {
    test('draws everything open again, and nothing that is over', async () => {
      const { wang, li, sun } = people();
      const over = await asksFor('作废', wang, {});
      await wang.presses('撤回', wang.at(`${over} ·`, 'direct'));
      const open = await asksFor('在办', wang, {});
      const edits = (number: string) => wang.card(`${number} ·`, 'direct').edited;
      const before = { over: edits(over), open: edits(open) };
      await li.says('修复');
      expect(li.sees().at(-1)?.text).toContain('您不能进行这项操作');
      await sun.says('修复');
      expect(sun.sees().at(-1)?.text).toContain('正在刷新');
      expect({ over: edits(over), open: edits(open) }).toEqual({ over: before.over, open: before.open + 1 });
      expect(await world().rows(`SELECT count(*)::int AS n FROM v_posts WHERE state <> 'sent'`)).toEqual([{ n: 0 }]);
    });
  });
});
