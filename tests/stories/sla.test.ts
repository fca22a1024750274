/** The life of a promise: it runs only while somebody works, stands still with a cause, goes on when reopened, and tells its whole story when asked. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, clientAsksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

const at = (utc: string): Date => new Date(`2026-${utc}Z`);

everywhere(({ people, world }) => {
  /** Weeks in which nothing else is told: the bot is off, and goes on at that moment. */
  async function asleepUntil(target: Date): Promise<void> {
    const ms = target.getTime() - world().now().getTime();
    await world().stop();
    await world().rows('UPDATE clock_offset SET offset_ms = offset_ms + $1', [ms]);
    await world().start();
    await world().settle();
  }

  test('a pause has a cause and an end; what is done late in one breath is on time with the pause taken out', async () => {
    const { ann, li, wang } = people();
    const number = await clientAsksFor('Paused study', ann, { Budget: 5000 });
    await world().travelTo(at('11-25T02:12:00'));
    await takes(number, wang);
    await li.presses('同意', li.at(approvalOf('Paused study', li)));
    expect(wang.card(`${number} ·`, 'room').text).toMatch(/服务中[\s\S]*完成时限/);

    await world().travelTo(at('11-25T03:00:00'));
    await wang.presses('需补充', wang.at(`${number} ·`, 'room'));
    await wang.fills({ 问题: '数据授权到了吗？' }, '提交');
    expect(wang.card(`${number} ·`, 'room').text).toMatch(/待客户补充[\s\S]*起暂停，等待客户补充/);
    expect(ann.card(`${number} ·`).text).toContain('Waiting for information');

    await world().travelTo(at('11-26T03:00:00'));
    await ann.presses('Answer', ann.at(`${number} ·`));
    await ann.fills({ Answer: 'They are here.' }, 'Submit');
    expect(wang.card(`${number} ·`, 'room').text).toContain('服务中');
    const rows = await world().rows(`SELECT clock, outcome, team, target_minutes FROM v_sla WHERE record = $1`, [
      number,
    ]);
    expect(rows).toEqual([
      { clock: 'response', outcome: 'met', team: 'strategy', target_minutes: 30 },
      { clock: 'resolution', outcome: 'running', team: 'strategy', target_minutes: 13_500 },
    ]);
  });

  test('`sla REQ-1` tells it line by line: who set it going, what counted, who paused it and why', async () => {
    const { ann, li, wang } = people();
    await wang.says('时效 REQ-1');
    const { text } = wang.card('截至', 'direct');
    expect(text).toMatch(/计 1[12] 分钟[\s\S]*达成，王芳[\s\S]*开始计时，李强[\s\S]*计 4[78] 分钟/);
    expect(text).toMatch(/暂停：等待客户补充，王芳[\s\S]*不计[\s\S]*恢复计时，Ann/);
    expect(text).toContain('部门负责人：李强');

    await ann.says('sla REQ-1');
    const seen = ann.card('As of').text;
    expect(seen).toMatch(/Paused, waiting for the client[\s\S]*Resumed/);
    expect(seen).not.toContain('李强');
    expect(seen).not.toContain('Department head');

    await li.says('sla REQ-999');
    expect(li.card('没有找到 REQ-999').text).toContain('没有找到');
    await ann.says('sla APR-1');
    expect(ann.sees().at(-1)?.text).not.toContain('李强');
  });

  test('answered by telephone: the desk goes on by itself, and the question stays without a written answer', async () => {
    const { wang } = people();
    await wang.presses('需补充', wang.at('REQ-1 ·', 'room'));
    await wang.fills({ 问题: '范围有变吗？' }, '提交');
    await world().pass(3_600_000);
    await wang.presses('继续', wang.at('REQ-1 ·', 'room'));
    expect(wang.card('REQ-1 ·', 'room').text).toContain('服务中');
    const audit = await world().rows(`SELECT actor FROM v_audit WHERE record = 'REQ-1' AND event = 'request.resumed'`);
    expect(audit).toEqual([{ actor: 'wang' }]);
  });

  test('what is reopened goes on from where it stood, and nothing that was told is told again', async () => {
    const { ann, wang, li } = people();
    await wang.presses('完成', wang.at('REQ-1 ·', 'room'));
    const met = await world().rows<{ outcome: string; used_minutes: number }>(
      `SELECT outcome, used_minutes FROM v_sla WHERE record = 'REQ-1' AND clock = 'resolution'`,
    );
    expect(met).toMatchObject([{ outcome: 'met' }]);
    await asleepUntil(at('11-27T03:00:00'));
    await ann.presses('Reopen', ann.at(/REQ-1 · Done/));
    // Of thirty working days: half is told to whoever has it, four fifths to the desk, all to the head and the account manager as well.
    await asleepUntil(at('12-21T02:00:00'));
    expect(wang.cards('完成时限已用 50%')).toHaveLength(1);
    expect(li.cards('完成时限已用')).toEqual([]);
    await asleepUntil(at('12-31T09:00:00'));
    expect(wang.cards('完成时限已用 50%')).toHaveLength(1);
    expect(li.cards('完成时限已用 80%')).toHaveLength(1);
    await asleepUntil(new Date('2027-01-20T02:00:00Z'));
    const over = 'REQ-1「Paused study」已超过完成时限';
    expect(li.cards(over)).toHaveLength(2);
    expect(wang.cards(over)).toHaveLength(2);
    expect(ann.cards('overdue').filter(({ text }) => !text.includes('REQ-1 ·'))).toEqual([]);
    expect(wang.card('REQ-1 ·', 'room').text).toContain('已超时');
    await asleepUntil(new Date('2027-01-25T02:00:00Z'));
    expect(li.cards(over)).toHaveLength(2);
    await wang.presses('完成', wang.at('REQ-1 ·', 'room'));
    const late = await world().rows<{ outcome: string; over_minutes: number }>(
      `SELECT outcome, over_minutes FROM v_sla WHERE record = 'REQ-1' AND clock = 'resolution'`,
    );
    expect(late[0]?.outcome).toBe('late');
    expect(late[0]?.over_minutes).toBeGreaterThan(0);
  });

  test('the bot’s own words never stop the clock: recorded is not answered', async () => {
    const { wang } = people();
    const number = await asksFor('没人理', wang);
    expect(
      wang.told().join() +
        wang
          .sees()
          .map(({ text }) => text)
          .join(),
    ).toContain('前答复您');
    const rows = await world().rows(`SELECT outcome, reached FROM v_sla WHERE record = $1`, [number]);
    expect(rows).toEqual([{ outcome: 'running', reached: 0 }]);
  });

  test('operators see how many clocks stand how, and how long the half and nine of ten take', async () => {
    const text = await (await fetch(`${world().botUrl}/metrics`)).text();
    expect(text).toContain('steward_sla_clocks{clock="resolution",outcome="late"} 1');
    expect(text).toMatch(/steward_sla_used_minutes\{clock="response",service="market-research",quantile="0.5"\} 1[12]/);
  });
});
