/** How satisfied was the client? Asked when the work is done, reminded once, expired after fourteen days. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';
import { pressesOldCard } from './old-cards.ts';

const DAY_MS = 86_400_000;
const grades = {
  'Service quality': '5 – Very satisfied',
  'Project result': '3 – Neutral',
  Attitude: '4 – Satisfied',
  Communication: '2 – Dissatisfied',
};

everywhere(({ people, world, platform }) => {
  async function done(title: string): Promise<string> {
    const { wang, li } = people();
    const number = await asksFor(title, wang, { 预算: 1000 });
    await takes(number, li);
    await li.presses('同意', li.at(`${approvalOf(title, li)} ·`));
    await li.presses('完成', li.at(`${number} ·`, 'room'));
    return number;
  }

  test('the answer reaches whoever did the work and the account manager, and cannot be given twice', async () => {
    const { wang, li, ann } = people();
    const number = await done('Brand audit');
    expect(ann.card('Brand audit').text).toContain('is finished');
    await ann.fills({ ...grades, Comment: 'Slow mails' }, 'Submit');
    expect(ann.card('Brand audit').text).toMatch(/Answered[\s\S]*Thank you/);
    for (const reader of [li, wang]) {
      expect(reader.card('客户已评价').text).toContain('3.5 分');
      expect(reader.card(/SUR-\d+ · 已评价/).text).toContain('Slow mails');
    }
    expect(wang.card(`${number} ·`, 'direct').text).toContain('已关闭');

    if (platform === 'playground') return;
    const again = { intent: 'survey.answer', input: { survey: 'SUR-1' } };
    expect(await pressesOldCard(world(), ann, again)).toContain('You answered this survey');
    expect(await pressesOldCard(world(), wang, again)).toContain('发给别人的');
  });

  test('an unanswered survey is reminded once and closes after fourteen days', async () => {
    const { wang, li, ann } = people();
    const number = await done('Customer journey');
    await world().pass(7 * DAY_MS);
    expect(ann.cards('How was “Customer journey”')).toHaveLength(1);
    expect(wang.card(`${number} ·`, 'direct').text).toContain('已关闭');
    await world().pass(6.9 * DAY_MS);
    expect(ann.card(/How did we do\? Customer journey/).text).not.toContain('closed');
    await world().pass(0.2 * DAY_MS);
    expect(ann.card(/How did we do\? Customer journey/).text).toContain('This survey is closed.');
    expect(ann.cards('How was “Customer journey”')).toHaveLength(1);
    expect(li.cards('客户已评价').filter(({ text }) => text.includes('Customer journey'))).toEqual([]);
  });

  test('a request that is reopened and done again asks again', async () => {
    const { wang, ann } = people();
    const number = await done('Warehouse plan');
    await wang.presses('重新打开', wang.at(`${number} ·`, 'direct'));
    await wang.presses('完成', wang.at(`${number} ·`, 'room'));
    const rows = await world().rows(`SELECT state FROM v_records WHERE kind = 'survey' AND title = 'Warehouse plan'`);
    expect(rows).toHaveLength(2);
    expect(ann.cards(/How did we do\? Warehouse plan/).length).toBeGreaterThan(0);
  });
});
