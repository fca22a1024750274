/** Monday: the answers of a project become one digest, which its lead edits and confirms, or which goes out as a draft; and a client's own version. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';

const digestFirm = fileURLToPath(new URL('../fixtures/firm/digest-firm.yaml', import.meta.url));
const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`);
const digests = `SELECT number, state FROM v_records WHERE kind = 'digest' ORDER BY created_at`;
const concerns = `SELECT kind, state, owner FROM v_records WHERE kind IN ('issue', 'risk') ORDER BY kind`;
const said = '出海项目」2026-W48 周报汇总';

everywhere(
  ({ people, world }) => {
    test('what is blocked opens an issue with the lead, and a risk a draft, together with the answer', async () => {
      const { wang, li } = people();
      await world().travelTo(at('2026-11-27T16:00'));
      await wang.fills(
        {
          本周完成: '访谈 8 家 Globex 门店',
          下周计划: '出初稿',
          阻碍: '海外数据授权未到',
          风险: '样本偏少',
          健康度: '偏离',
        },
        '提交',
      );
      expect(await world().rows(concerns)).toEqual([
        { kind: 'issue', state: 'open', owner: 'li' },
        { kind: 'risk', state: 'draft', owner: 'li' },
      ]);
      expect(li.cards('王芳 在周报中提到阻碍')).toHaveLength(1);
      expect(li.cards('王芳 在周报中提到风险')).toHaveLength(1);
      expect(li.card('ISS-1 ·').text).toMatch(/待解决[\s\S]*海外数据授权未到[\s\S]*王芳[\s\S]*李强/);
      await li.says('我的');
      expect(li.card('待我处理').text).toMatch(/ISS-1[\s\S]*RSK-1/);
    });

    test('an answer that is edited changes its issue and opens no second one', async () => {
      const { wang, li } = people();
      await wang.presses('修改', wang.at(/周报[\s\S]*已提交/));
      await wang.fills({ 阻碍: '海外数据授权还缺一份' }, '提交');
      expect(li.card('ISS-1 ·').text).toContain('海外数据授权还缺一份');
      expect(await world().rows(concerns)).toHaveLength(2);
      expect(li.cards('王芳 在周报中提到阻碍')).toHaveLength(1);
    });

    test('only its owner solves an issue, and whoever reported it is told', async () => {
      const { wang, li } = people();
      await wang.says('查询 ISS-1');
      expect(wang.card('ISS-1 ·').buttons).toEqual([]);
      await li.presses('已解决', li.at('ISS-1 ·'));
      expect(li.card('ISS-1 ·').text).toMatch(/ISS-1 · 已解决/);
      expect(wang.cards('李强 已解决 ISS-1')).toHaveLength(1);
      expect(await world().rows(concerns)).toContainEqual({ kind: 'issue', state: 'solved', owner: 'li' });
    });

    test('on Monday at ten its lead has a draft: what is blocked first, who is missing and why; nobody else has one', async () => {
      const { li, sun, zhao, ann } = people();
      await li.fills({ 本周完成: '评审方案', 健康度: '正常' }, '提交', li.at('这一周进展如何'));
      await world().travelTo(at('2026-11-30T10:00'));
      const { text, buttons } = li.card('DIG-1 ·');
      expect(text).toMatch(/阻碍[\s\S]*王芳：海外数据授权还缺一份[\s\S]*风险[\s\S]*样本偏少[\s\S]*王芳：访谈 8 家/);
      expect(text).toMatch(/偏离[\s\S]*王芳[\s\S]*正常[\s\S]*李强[\s\S]*提交[\s\S]*钱进/);
      expect(buttons).toEqual(['确认发送', '修改']);
      for (const other of [sun, zhao, ann]) expect(other.cards('DIG-1')).toEqual([]);
    });

    test('what its lead writes is kept as a draft', async () => {
      const { li, zhao } = people();
      await li.presses('修改', li.at('DIG-1 ·'));
      expect(li.form()?.title).toContain('DIG-1');
      await li.fills({ 小结: '总体可控，授权本周内办妥' }, '保存');
      expect(li.card('DIG-1 ·').text).toMatch(/待确认[\s\S]*总体可控，授权本周内办妥/);
      expect(zhao.cards('DIG-1')).toEqual([]);
    });

    test('confirmed, it goes to the head of the other department and to management, in their language', async () => {
      const { li, sun, zhao, wang, ann } = people();
      await li.presses('确认发送', li.at('DIG-1 ·'));
      expect(await world().rows(digests)).toContainEqual({ number: 'DIG-1', state: 'sent' });
      expect(sun.cards(`李强 发送了「${said}`)).toHaveLength(1);
      expect(sun.card('DIG-1 ·').text).toMatch(/已发送[\s\S]*总体可控，授权本周内办妥/);
      expect(zhao.card('DIG-1 ·').text).toMatch(/Sent[\s\S]*总体可控，授权本周内办妥[\s\S]*Off track/);
      expect(sun.card('DIG-1 ·').buttons).toEqual([]);
      for (const other of [wang, ann]) expect(other.cards('DIG-1')).toEqual([]);
    });

    test('the client reads a version of its own, and only after its own confirmation', async () => {
      const { li, ann } = people();
      expect(ann.sees().map(({ text }) => text)).not.toContainEqual(expect.stringContaining('出海项目'));
      await li.presses('客户版', li.at('DIG-1 ·'));
      expect(ann.cards('出海项目')).toEqual([]);
      await li.fills({ 本周完成: '访谈 8 家门店，Initech 同步进行' }, '确认发送给客户');
      // The form stays open, and says what must not leave the firm.
      expect(ann.cards('出海项目')).toEqual([]);
      await li.fills({ 本周完成: '已访谈 8 家门店' }, '确认发送给客户');
      const { text, buttons } = ann.card('出海项目');
      expect(text).toMatch(/Project progress[\s\S]*已访谈 8 家门店[\s\S]*出初稿/);
      expect(text).not.toMatch(/王芳|钱进|授权|样本|Off track|偏离|DIG-1/);
      expect(buttons).toEqual([]);
      expect(li.card('DIG-1 ·').text).toMatch(/客户版[\s\S]*李强/);
      expect(li.card('DIG-1 ·').buttons).toEqual([]);
      await ann.says('status DIG-1');
      expect(ann.sees().at(-1)?.text).toContain('This record is not open to you.');
    });

    test('unconfirmed by noon it goes out marked as a draft, and can still be confirmed', async () => {
      const { li, sun, zhao, wang } = people();
      await world().travelTo(at('2026-12-04T16:00'));
      await wang.fills({ 本周完成: '补访两家', 健康度: '有风险' }, '提交', wang.at('这一周进展如何'));
      await world().travelTo(at('2026-12-07T11:59'));
      expect(zhao.cards('DIG-2')).toEqual([]);
      await world().travelTo(at('2026-12-07T12:00'));
      expect(zhao.card('DIG-2 ·').text).toContain('draft, not confirmed');
      expect(sun.card('DIG-2 ·').text).toMatch(/草稿，未经确认/);
      expect(li.cards('已按草稿发出')).toHaveLength(1);
      await li.presses('确认发送', li.at('DIG-2 ·'));
      expect(sun.card('DIG-2 ·').text).not.toContain('草稿');
      expect(zhao.card('DIG-2 ·').text).not.toContain('draft');
      expect(sun.cards('李强 发送了「出海项目」2026-W49')).toHaveLength(1);
    });

    test('the trend compares with the week before', () => {
      const { zhao } = people();
      expect(zhao.card('DIG-2 ·').text).toMatch(/2026-W49: .*Against the period before: .*Off track −1/);
    });
  },
  { firm: digestFirm },
);
