/** What time will ask can be read before it happens; what it could not ask while the bot was down is asked, folded or skipped, and says so. */
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';

const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`);
const asked = `SELECT count(*)::int AS n FROM v_records WHERE kind = 'progress'`;

everywhere(({ people, world }) => {
  test('the administrator reads the coming days and next week; nobody else does', async () => {
    const { sun, wang } = people();
    await sun.says('请假 2026-12-03..2026-12-04 @李强');
    await wang.says('请假 2026-12-04..2026-12-04 @李强');
    await sun.says('日程');
    expect(sun.card('未来七天日程').text).toMatch(/16:00[\s\S]*王芳/);
    await sun.says('预览 下周');
    const preview = sun.card('下周预览').text;
    expect(preview).toContain('2026-11-30');
    expect(preview).toContain('王芳（请假，不询问）');
    expect(await world().rows(asked)).toEqual([{ n: 0 }]);
    await wang.says('日程');
    expect(wang.cards('未来七天日程')).toEqual([]);
  });

  test('a clock that jumps back and forth asks nobody twice', async () => {
    await world().travelTo(at('2026-11-27T16:00'));
    const first = await world().rows(asked);
    expect(first).toEqual([{ n: 2 }]);
    await world().travelTo(at('2026-11-27T14:00'));
    await world().travelTo(at('2026-11-27T16:30'));
    expect(await world().rows(asked)).toEqual(first);
    const { li } = people();
    expect(li.cards('这一周进展如何')).toHaveLength(1);
  });

  test('after three days without a bot each thing follows its rule, once, and the ledger says which', async () => {
    await world().travelTo(at('2026-12-03T17:00'));
    await world().stop();
    await world().rows('UPDATE clock_offset SET offset_ms = offset_ms + $1', [3 * 86_400_000]);
    await world().start();
    await world().settle();
    const { li, wang } = people();
    // Asked late, once: Friday's question on Sunday still has its use.
    expect(li.cards('这一周进展如何')).toHaveLength(1);
    expect(wang.cards('已销假')).toEqual([]);
    const nights = `SELECT state, reason FROM agenda WHERE kind = 'cards.renew' AND due_at > $1 AND due_at <= $2 ORDER BY due_at`;
    expect(await world().rows(nights, [at('2026-12-03T17:00'), world().now()])).toEqual([
      { state: 'skipped', reason: 'folded' },
      { state: 'skipped', reason: 'folded' },
      { state: 'skipped', reason: 'too-late' },
    ]);
    const open = `SELECT count(*)::int AS n FROM v_agenda WHERE state = 'due' AND due_at <= $1`;
    expect(await world().rows(open, [world().now()])).toEqual([{ n: 0 }]);
  });
});
