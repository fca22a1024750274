/** A firm with two services, a desk without a room, and a client with two contacts. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { numberUnder } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const storyFirm = fileURLToPath(new URL('../fixtures/firm/story-firm.yaml', import.meta.url));

const grades = {
  'Service quality': '4 – Satisfied',
  'Project result': '4 – Satisfied',
  Attitude: '4 – Satisfied',
  Communication: '4 – Satisfied',
};

everywhere(
  ({ people, world }) => {
    test('a service without approval begins when it is taken, by a desk that has no room', async () => {
      const { li, sun } = people();
      await li.says('申请 框架协议');
      await li.presses('合同审阅', li.at('框架协议'));
      await li.fills({ 标题: '框架协议', 相对方: 'Initech', 签署时间: '2026-11-25T02:00:00.000Z 前后' }, '提交');
      const number = numberUnder('框架协议', 'REQ', li);

      expect(sun.card(`${number} ·`).text).toContain('2026-11-25T02:00:00.000Z 前后');
      await sun.presses('接手', sun.at(`${number} ·`));
      expect(li.card(`${number} ·`, 'direct').text).toContain('服务中');
      expect(await world().rows(`SELECT 1 FROM v_records WHERE kind = 'approval'`)).toEqual([]);
    });

    test('a question whose name ends like a moment’s is still answered in words', async () => {
      const { li, wang } = people();
      await li.says('申请 数据治理');
      await li.presses('市场调研', li.at('数据治理'));
      await li.fills({ 标题: '数据治理', 业务背景: '盘点', 开始日期: '2026-12-01', 客户: 'Globex' }, '提交');
      expect(li.card(/数据治理\n.*REQ/, 'direct').text).toContain('2026-12-01');
      await li.presses('修改', li.at(/数据治理\n.*REQ/, 'direct'));
      await li.fills({ 标题: '数据治理二期' }, '提交');
      expect(wang.cards(/数据治理二期\n.*REQ/).length + li.cards(/数据治理二期\n.*REQ/).length).toBeGreaterThan(0);
      expect(li.card(/数据治理二期\n.*REQ/, 'direct').text).toContain('2026-12-01');
    });

    test('a service that is asked for by its name or id opens its form at once', async () => {
      const { li, sun } = people();
      const catalogues = li.cards('请选择一项服务');
      await li.says('申请 市场调研');
      await li.fills({ 标题: '冷链物流', 业务背景: '选址' }, '提交');
      expect(li.card(/冷链物流\n.*REQ/, 'direct').text).toContain('市场调研');
      await li.says('request Contract-Review');
      await li.fills({ 标题: '保密协议', 相对方: 'Initech' }, '提交');
      expect(sun.card(/保密协议\n.*REQ/).text).toContain('合同审阅');
      expect(li.cards('请选择一项服务')).toHaveLength(catalogues.length);
    });

    test('both contacts of a client are asked; one answer leaves the other’s open, the second closes the request', async () => {
      const { li, zhao, ann, nobody: nora } = people();
      const number = numberUnder('数据治理二期', 'REQ', li);
      await li.presses('接手', li.at(`${number} ·`, 'room'));
      await zhao.presses('Approve', zhao.at(/数据治理二期\n.*APR/));
      await li.presses('完成', li.at(`${number} ·`, 'room'));

      await ann.fills(grades, 'Submit');
      expect(ann.card('How did we do?').text).toContain('Answered');
      expect(li.card(`${number} ·`, 'direct').text).toContain('已完成');
      await nora.fills(grades, 'Submit');
      expect(li.card(`${number} ·`, 'direct').text).toContain('已关闭');
      expect(li.cards('客户已评价')).toHaveLength(2);
    });
  },
  { firm: storyFirm },
);
