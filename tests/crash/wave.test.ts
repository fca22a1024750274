/** Friday at four: five hundred people are asked at once, by two processes, one of which is killed in the middle. Each is asked once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { CrashWorld, type Platform } from './crash-world.ts';

/** As many as each platform lets the bot ask in about half a minute. */
const PEOPLE: Readonly<Record<Platform, number>> = { slack: 110, feishu: 390 };
const JUST_BEFORE = new Date('2026-11-27T07:59:50Z');
const FRIDAY_FOUR = new Date('2026-11-27T08:00:00Z');
/** So many have been asked when the lightning strikes. */
const IN_THE_MIDDLE = 150;

type Member = { readonly id: string; readonly platform: Platform; readonly account: string };

const members: readonly Member[] = (['slack', 'feishu'] as const).flatMap((platform) =>
  Array.from({ length: PEOPLE[platform] }, (_, n) => ({
    ...{ id: `${platform}${n}`, platform, account: platform === 'slack' ? `U0S${n}` : `ou_f${n}` },
  })),
);

/** YAML is a superset of JSON. */
function writeFirm(file: string): void {
  const people = members.map(({ id, platform, account }) => ({
    ...{ id, name: id, department: 'desk', roles: ['staff'], accounts: { [platform]: account } },
  }));
  const firm = {
    firm: { name: '远见咨询', locale: 'zh-CN', timezone: 'Asia/Shanghai' },
    departments: [{ id: 'desk', name: '战略部' }],
    people,
    services: [{ id: 'research', name: '市场调研', team: 'desk' }],
    progress: { ask: 'fri 16:00', remindAfter: '2h', missedAfter: 'mon 10:00', digest: 'mon 10:00' },
  };
  writeFileSync(file, JSON.stringify(firm));
}

test('five hundred people are asked once each, though two processes share the work and one dies of it', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-wave-'));
  const database = await freshDatabase();
  const firmFile = join(folder, 'firm.yaml');
  writeFirm(firmFile);
  const world = await CrashWorld.begin({
    ...{ databaseUrl: database.url, firmFile, platforms: ['slack', 'feishu'] as const, at: JUST_BEFORE },
  });
  const accepted = () => [...world.links.values()].flatMap((link) => link.accepted);
  try {
    for (const { id, platform, account } of members)
      world.chat(platform).person(account, { name: id, locale: 'zh-CN', zone: 'Asia/Shanghai' });
    await world.start();
    const other = await world.another();
    try {
      await world.putClock(FRIDAY_FOUR);
      while (accepted().length < IN_THE_MIDDLE) await pause(20);
      await world.kill();
      const atDeath = accepted().length;
      expect(atDeath).toBeLessThan(members.length);
      await world.start();
      while (accepted().length < members.length) await pause(50);
      await world.settled(120_000);
    } finally {
      await other.stop();
    }
    const messages = new Map<string, number>();
    for (const { chat, message } of accepted()) messages.set(`${chat} ${message}`, 1);
    expect(messages.size).toBe(members.length);
    expect(
      await world.rows(
        `SELECT state, count(*)::int AS n FROM v_agenda WHERE kind = 'progress.ask' AND due_at <= $1 GROUP BY state`,
        [FRIDAY_FOUR],
      ),
    ).toEqual([{ state: 'done', n: members.length }]);
    expect(
      await world.rows(
        `SELECT count(*)::int AS n, count(DISTINCT owner)::int AS people FROM v_records WHERE kind = 'progress'`,
      ),
    ).toEqual([{ n: members.length, people: members.length }]);
    expect(await world.rows(`SELECT count(*)::int AS n FROM v_posts WHERE state <> 'sent'`)).toEqual([{ n: 0 }]);
  } finally {
    await world.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
