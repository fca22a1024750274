/** Whatever people type is data: kept as they said it, shown as they said it, and never markup, a ping or a link. */
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';

const titles = {
  'pings of Slack': 'A <!channel> <!here> <@U0LI> <#C0STRAT|x> <!subteam^S1> end',
  'pings of Feishu': 'B <at id=all></at> <at user_id="all">所有人</at> <person id="ou_li"></person> end',
  'markup of both': 'C *bold* _it_ ~no~ `code` **two** [link](https://evil.example) # head > quote end',
  entities: 'D &lt;b&gt; &amp;amp; <b onclick="x()">hi</b> <script>alert(1)</script> end',
  'invisible and turning characters': 'E zero\u200bwidth \u202egnirts\u202c \u2066iso\u2069 \ufeffbom end',
  'emoji and rare letters': 'F 👩‍👩‍👧‍👦 𠮷野家 é é ﷽ end',
  'a wish of ours': 'G {"intent":"approval.approve","input":{}} ${x} {{y}} %s end',
} as const;

const seen = (text: string): string => text.replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, '').replaceAll(/\s+/g, ' ');

everywhere(({ people, world, platform }) => {
  test.each(Object.entries(titles))('a request titled with %s', async (_, title) => {
    const { wang, li } = people();
    await wang.says('申请');
    await wang.fills({ 标题: title, 业务背景: `${title}\n${title}` }, '提交');
    const [row] = await world().rows<{ number: string; title: string; background: string }>(
      `SELECT number, body->>'title' AS title, body->'answers'->>'background' AS background FROM record WHERE title = $1`,
      [title],
    );
    expect(row).toMatchObject({ title, background: `${title}\n${title}` });
    for (const reader of [wang, li]) expect(seen(reader.card(`${row?.number} ·`).text)).toContain(seen(title));
  });

  test('a NUL, which PostgreSQL cannot hold, is left out and nothing else is', async () => {
    const { wang } = people();
    await wang.says('申请');
    await wang.fills({ 标题: '零\u0000字符', 业务背景: '前\u0000后' }, '提交');
    expect(
      await world().rows(`SELECT body->'answers'->>'background' AS said FROM record WHERE title = '零字符'`),
    ).toEqual([{ said: '前后' }]);
  });

  test('40,000 characters in a chat are offered as a request, and as a title are cut to what a title is', async () => {
    const { wang } = people();
    const words = `很长 ${'长<!channel>'.repeat(4_000)}`.slice(0, 39_990);
    await wang.says(words);
    expect(wang.card('需要转为申请吗').text).toContain('很长');
    await wang.says(`申请 ${words}`);
    await wang.fills({ 业务背景: '…' }, '提交');
    const [row] = await world().rows<{ length: number }>(
      `SELECT length(title) AS length FROM record WHERE title LIKE '很长%'`,
    );
    expect(row?.length).toBe(200);
  });

  test('as many characters as a field takes are kept to the last', async () => {
    const { wang, li } = people();
    const most = platform === 'feishu' ? 1_000 : 3_000;
    const words = '<!channel> & 𠮷'
      .repeat(300)
      .slice(0, most - 1)
      .toWellFormed();
    await wang.says('申请');
    await wang.fills({ 标题: '字数上限', 业务背景: `${words}尾` }, '提交');
    const rows = await world().rows(
      `SELECT body->'answers'->>'background' AS said FROM record WHERE title = '字数上限'`,
    );
    expect(rows).toEqual([{ said: `${words}尾` }]);
    expect(li.card('字数上限').text).toContain('𠮷');
  });

  test('nothing of it was lost on the way out', async () => {
    expect(await world().rows(`SELECT id FROM v_posts WHERE state <> 'sent'`)).toEqual([]);
    expect(await world().rows(`SELECT key FROM v_inbox WHERE outcome = 'ignored'`)).toEqual([]);
  });
});
