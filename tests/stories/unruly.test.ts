/** A platform that misbehaves: too many requests, lost answers, errors, refusals, closed edit windows. Nothing is lost, nothing is doubled. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const posts = `SELECT state, attempts FROM v_posts WHERE created_at >= $1 AND place = $2 ORDER BY created_at`;

everywhere(
  ({ people, world, platform }) => {
    test('“too many requests” is obeyed for as long as the platform says, and the message goes out once', async () => {
      const { zhao } = people();
      world().chat.misbehave('rate-limit', 1, { retryAfterSeconds: 2 });
      const begun = performance.now();
      await zhao.says('help');
      await world().pass(3_000);
      expect(performance.now() - begun).toBeGreaterThan(1_900);
      expect(zhao.cards('How can I help?')).toHaveLength(1);
    });

    test.each(['accept-then-drop', 'drop', 'server-error'] as const)(
      'a message whose sending ended in “%s” arrives exactly once',
      async (how) => {
        const { ann } = people();
        const since = world().now();
        const before = ann.cards('How can I help?').length;
        world().chat.misbehave(how, 1);
        await ann.says('help');
        await world().pass(10_000);
        expect(ann.cards('How can I help?')).toHaveLength(before + 1);
        expect(await world().rows(posts, [since, ann.account])).toEqual([{ state: 'sent', attempts: 2 }]);
      },
    );

    test('what the platform refuses for good is dead and on record, and does not hold up what comes after', async () => {
      const { sun } = people();
      const since = world().now();
      world().chat.misbehave('refuse', 1);
      await sun.says('帮助');
      await sun.says('我的');
      expect(sun.cards('我能为您做什么')).toEqual([]);
      expect(sun.cards('我的事项')).toHaveLength(1);
      const found = await world().rows(posts, [since, sun.account]);
      expect(found).toEqual([
        { state: 'dead', attempts: 1 },
        { state: 'sent', attempts: 1 },
      ]);
    });

    test('a card that can no longer be edited is posted anew, and the new one is kept true', async () => {
      const { wang, li, zhao } = people();
      const number = await asksFor('旧卡片', wang, { 预算: 700000 });
      await takes(number, li);
      const approval = approvalOf('旧卡片', li);
      await li.presses('同意', li.at(`${approval} ·`));
      expect(zhao.cards(`${approval} ·`)).toHaveLength(1);
      world().chat.age(15);

      await wang.presses('撤回', wang.at(`${number} ·`, 'direct'));
      await world().pass(3_000);
      expect(zhao.cards(`${approval} ·`)).toHaveLength(2);
      expect(zhao.card(`${approval} ·`).text).toContain('Withdrawn');
      expect(zhao.card(`${approval} ·`).buttons).toEqual([]);
      expect(wang.card(`${number} ·`, 'direct').text).toContain('已撤回');
    });

    test('an update that fails is repeated until the card is true', async () => {
      const { wang, li } = people();
      const number = await asksFor('更新失败', wang, { 预算: 10 });
      await takes(number, li);
      world().chat.misbehave('server-error', 2);
      await li.presses('同意', li.at(`${approvalOf('更新失败', li)} ·`));
      await world().pass(30_000);
      expect(li.card(`${approvalOf('更新失败', li)} ·`).buttons).toEqual([]);
      expect(wang.card(`${number} ·`, 'direct').text).toContain('服务中');
      expect(await world().rows(`SELECT id FROM v_posts WHERE state NOT IN ('sent', 'dead')`)).toEqual([]);
    });

    test(`${platform} was never spoken to faster than it allows`, () => {
      expect(world().chat.breaches.filter((breach) => breach.includes('faster'))).toEqual([]);
    });
  },
  { platforms: ['slack', 'feishu'], deliveries: ['once'], paced: true },
);
