/** The main job, from a chat message to an approved, finished, surveyed request, on every platform, once and with everything delivered twice. */
import { afterEach, describe, expect, test } from 'vitest';
import { platformNames, World } from '../support/world.ts';

describe.each(platformNames)('on %s', (platform) => {
  describe.each(['once', 'twice'] as const)('with every gesture delivered %s', (deliver) => {
    let world: World;
    afterEach(() => world.end());

    test('a request is recorded, taken, approved by two managers, done, and judged by the client', async () => {
      world = await World.begin({ platform, deliver });
      const [wang, li, zhao, ann] = (['wang', 'li', 'zhao', 'ann'] as const).map((name) => world.someone(name));
      if (!wang || !li || !zhao || !ann) throw new Error('someone is missing');

      await wang.says('申请 新能源市场调研');
      await wang.fills({ 标题: '新能源市场调研', 业务背景: '客户计划进入华东', 预算: 200000, 客户: 'Globex' }, '提交');
      expect(wang.card('REQ-1 ·').text).toContain('待受理');
      expect(li.card('REQ-1 ·').buttons).toContain('接手');

      await li.presses('接手');
      expect(wang.card('REQ-1 ·').text).toContain('审批中');
      expect(li.card('APR-1 ·').buttons).toEqual(['同意', '驳回', '退回', '转交', '加签', '留言']);

      await li.presses('同意');
      expect(li.card('APR-1 ·').buttons).toEqual([]);
      expect(zhao.card('APR-1 ·').buttons).toEqual([
        'Approve',
        'Reject',
        'Send back',
        'Transfer',
        'Add approver',
        'Comment',
      ]);

      await zhao.presses('Approve');
      expect(zhao.card('APR-1 ·').text).toContain('Approved');
      expect(li.card('APR-1 ·').text).toContain('已同意');
      expect(wang.card('REQ-1 ·').text).toContain('服务中');

      await li.presses('完成');
      expect(wang.card('REQ-1 ·').text).toContain('已完成');

      await ann.fills(
        {
          'Service quality': '5 – Very satisfied',
          'Project result': '4 – Satisfied',
          Attitude: '5 – Very satisfied',
          Communication: '4 – Satisfied',
          Comment: 'Thank you!',
        },
        'Submit',
      );
      expect(ann.card('SUR-1 ·').text).toContain('Answered');
      expect(wang.card('REQ-1 ·').text).toContain('已关闭');
      expect(li.card('客户已评价').text).toContain('REQ-1');

      const records = await world.rows('SELECT number, state FROM v_records ORDER BY number');
      expect(records).toEqual([
        { number: 'APR-1', state: 'approved' },
        { number: 'REQ-1', state: 'closed' },
        { number: 'SUR-1', state: 'answered' },
      ]);
      expect(world.chat.breaches).toEqual([]);
    });
  });
});
