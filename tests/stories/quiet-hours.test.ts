/** Quiet hours: what time itself has to say waits for the morning, on one card; what a colleague has just done does not. */
import { expect, test } from 'vitest';
import { asksFor } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`);

everywhere(({ people, world }) => {
  test('at midnight an absence is over; whoever spoke in its stead hears of it when their day begins', async () => {
    const { wang, sun, li } = people();
    await wang.says('请假 2026-11-26..2026-11-26 @李强');
    await sun.says('请假 2026-11-26..2026-11-26 @李强');
    await world().travelTo(at('2026-11-27T00:30'));
    expect(li.cards('已销假')).toEqual([]);
    expect(li.cards('今日事项')).toEqual([]);
    await world().travelTo(at('2026-11-27T07:59'));
    expect(li.cards('今日事项')).toEqual([]);

    await world().travelTo(at('2026-11-27T08:00'));
    expect(li.cards('今日事项')).toHaveLength(1);
    expect(li.card('今日事项').text).toMatch(/免打扰期间[\s\S]*王芳[\s\S]*孙静/);
    const rows = await world().rows(`SELECT person, state FROM v_agenda WHERE kind = 'attention.morning'`);
    expect(rows).toEqual([{ person: 'li', state: 'done' }]);
  });

  test('a colleague’s request at nine in the evening is shown at once', async () => {
    const { wang, li } = people();
    await world().travelTo(at('2026-11-27T21:00'));
    const number = await asksFor('晚上的申请', wang);
    expect(li.card(`${number} ·`).buttons).toContain('接手');
  });

  test('“why me” tells what came this week, from whom, and leaves out answers to oneself', async () => {
    const { wang, li } = people();
    await li.says('为何找我');
    expect(li.card('为何找我').text).toMatch(/王芳：登记请假/);
    expect(li.card('为何找我').text).toMatch(/到时间：免打扰结束后的汇总/);
    await wang.says('why me');
    expect(wang.card('为何找我').text).not.toContain('王芳：');
    await li.presses('接手', li.at('晚上的申请', 'room'));
    await wang.says('why me');
    // The sentence that says so came; the card was redrawn where it stands, and that is no message.
    expect(wang.card('为何找我').text.match(/李强：接手申请/g)).toHaveLength(1);
  });

  test('nobody is nudged twice in four hours, and whoever nudges is told so', async () => {
    const { wang, li } = people();
    await world().travelTo(at('2026-11-30T10:00'));
    const number = await asksFor('催两次的申请', wang);
    const nudged = (): number => li.cards(`正在等待 ${number}`).length;
    await wang.presses('催办', wang.at(`${number} ·`, 'direct'));
    const once = nudged();
    expect(once).toBeGreaterThan(0);
    await wang.presses('催办', wang.at(`${number} ·`, 'direct'));
    expect(wang.told().at(-1)).toContain('不久前已经提醒过');
    expect(nudged()).toBe(once);
    await world().travelTo(at('2026-11-30T14:30'));
    await wang.presses('催办', wang.at(`${number} ·`, 'direct'));
    expect(nudged()).toBe(once * 2);
  });
});
