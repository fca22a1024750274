/** People the firm file does not know: met politely, shown to the administrator, or recognised by their e-mail address. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { numberUnder } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const storyFirm = fileURLToPath(new URL('../fixtures/firm/story-firm.yaml', import.meta.url));
const chats = { platforms: ['slack', 'feishu'] } as const;

everywhere(({ people, world, platform }) => {
  // Feishu tells nobody's language: there a stranger is spoken to in the firm's.
  const welcome = platform === 'feishu' ? '我还不认识您' : 'I do not know you yet';

  test('a stranger is met politely, the administrator is told once, and finds them in “my”', async () => {
    const { nobody, sun } = people();
    await nobody.says('hello');
    await nobody.says('request a study');
    await nobody.says('我的');
    for (const { text } of nobody.sees()) expect(text).toContain(welcome);
    expect(nobody.sees()).not.toEqual([]);
    expect(sun.cards('有一位我不认识的人给我留言')).toHaveLength(1);
    expect(sun.card('有一位我不认识的人给我留言').text).toContain('Nobody');
    await sun.says('我的');
    expect(sun.card('我还不认识的人').text).toContain('Nobody');
    expect(await world().rows('SELECT count(*)::int AS n FROM v_records')).toEqual([{ n: 0 }]);
  });
}, chats);

everywhere(
  ({ people, world }) => {
    test('a person without an account in the file is recognised by their e-mail address and works at once', async () => {
      const { wang, li, sun } = people();
      await wang.says('申请 跨境支付调研');
      await wang.presses('市场调研', wang.at('跨境支付调研'));
      await wang.fills({ 标题: '跨境支付调研', 业务背景: '监管变化' }, '提交');
      const number = numberUnder('跨境支付调研', 'REQ', wang);
      expect(await world().rows('SELECT actor FROM v_inbox WHERE intent = $1', ['request.start'])).toEqual([
        { actor: 'wang' },
      ]);
      await li.presses('接手', li.at(`${number} ·`, 'room'));
      expect(wang.card(`${number} ·`, 'direct').text).toContain('审批中');
      expect(sun.cards('我不认识的人')).toEqual([]);
    });
  },
  { ...chats, firm: storyFirm },
);
