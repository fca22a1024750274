/** What people type: both languages always work, unknown words are offered as a request, and everybody sees only what is theirs. */
import { expect, test } from 'vitest';
import { asksFor, clientAsksFor } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

everywhere(({ people, world }) => {
  test('help says what I can do for you, by your role and in your language', async () => {
    const { wang, zhao, ann } = people();
    await wang.says('帮助');
    expect(wang.card('我能为您做什么').text).toContain('周报');
    expect(wang.card('我能为您做什么').buttons).toEqual(['新申请', '我的事项', '周报', '请假']);
    await zhao.says('HELP');
    expect(zhao.card('How can I help?').text).not.toContain('progress report');
    await ann.says('帮助');
    expect(ann.card('How can I help?').buttons).toEqual(['New request', 'My list']);
  });

  test('words are understood in the other language, in capitals, in full width and after a slash', async () => {
    const { wang, zhao } = people();
    for (const said of ['my', 'ＭＹ', '/my', '我的']) {
      await wang.says(said);
      expect(wang.sees().at(-1)?.text).toContain('我的事项');
    }
    await zhao.says('我的');
    expect(zhao.sees().at(-1)?.text).toContain('My list');
    await wang.says('Ｒｅｑｕｅｓｔ　充电桩');
    await wang.fills({ 业务背景: '选址' }, '提交');
    expect(wang.card(/充电桩\n.*REQ-\d/).text).toContain('待受理');
  });

  test('words that are no command are offered as a request, with those words as its title', async () => {
    const { wang } = people();
    await wang.says('能不能帮我看看欧洲储能政策？');
    const card = wang.card('需要转为申请吗');
    expect(card.text).toContain('能不能帮我看看欧洲储能政策？');
    expect(card.buttons).toEqual(['转为申请', '帮助']);
    await wang.presses('转为申请', { message: card.id });
    await wang.fills({ 业务背景: '客户询问' }, '提交');
    expect(wang.card(/能不能帮我看看欧洲储能政策？\n.*REQ-\d/).text).toContain('客户询问');
  });

  test('“my” lists what waits for me and what is mine', async () => {
    const { wang, li, zhao } = people();
    const number = await asksFor('冷链调研', wang);
    await li.says('我的');
    expect(li.card('我的事项').text).toMatch(new RegExp(`待我处理[\\s\\S]*${number} 冷链调研[\\s\\S]*我的申请`));
    await wang.says('my');
    expect(wang.card('我的事项', 'direct').text).toMatch(new RegExp(`我的申请[\\s\\S]*${number} 冷链调研`));
    await zhao.says('my');
    expect(zhao.card('My list').text).toContain('Nothing is waiting for you.');
  });

  test('“status” shows a record to whoever may see it, and says so plainly to everybody else', async () => {
    const { wang, zhao, ann } = people();
    const internal = await asksFor('合伙人会议', wang, { 客户: '内部事项，不涉及客户' });
    await zhao.says(`status ${internal.toLowerCase()}`);
    expect(zhao.card(`${internal} ·`).text).toContain('合伙人会议');
    await wang.says(`查询${internal.replace('REQ-', 'ＲＥＱ－')}`);
    expect(wang.card(`${internal} ·`, 'direct').text).toContain('合伙人会议');

    await ann.says(`status ${internal}`);
    expect(ann.sees().at(-1)?.text).toBe('This record is not open to you.');
    await ann.says('status REQ-999');
    expect(ann.sees().at(-1)?.text).toBe('There is no record REQ-999.');
    await ann.says('status');
    expect(ann.sees().at(-1)?.text).toContain('There is no record');
  });

  test('a card that was asked for stays true', async () => {
    const { ann, wang } = people();
    const number = await clientAsksFor('Logistics study', ann);
    await ann.says(`status ${number}`);
    await wang.presses('接手', wang.at(`${number} ·`, 'room'));
    for (const { text } of ann.cards(`${number} ·`)) expect(text).toContain('In approval');
  });

  test('words of later subjects are understood and answered plainly', async () => {
    const { wang, ann } = people();
    for (const said of ['立项 新零售', 'risk too late', 'audit REQ-1']) {
      await wang.says(said);
      expect(wang.sees().at(-1)?.text).toContain('服务台暂时还不支持');
    }
    await ann.says('complaint nobody answers');
    expect(ann.sees().at(-1)?.text).toContain('this desk cannot do that yet');
  });

  test('in a room the bot answers where nobody else need read it', async () => {
    const { wang, li } = people();
    const before = li.sees().length;
    await wang.saysInRoom('我的');
    expect([...wang.told(), wang.card('我的事项', 'direct').text].join('\n')).toContain('我的事项');
    for (const { text } of li.sees().slice(before)) expect(text).toBe('已在私聊中回复您。');
  });

  test('a person is answered in their own language, wherever they speak', async () => {
    const { zhao } = people();
    await zhao.says('随便说说');
    expect(zhao.sees().at(-1)?.text).toContain('Shall I make a request of this?');
    expect(await world().rows(`SELECT count(*)::int AS n FROM v_posts WHERE state <> 'sent'`)).toEqual([{ n: 0 }]);
  });
});
