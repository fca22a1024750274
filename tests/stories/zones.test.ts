/** Whose clock counts when the firm file does not say; and holidays of a year that nobody knows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firmFile, World } from '../support/world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zones-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nora, of whom the file says nothing but her account, and whose profile says London; and 王芳, whom the file puts in New York. */
function firmWithNora(): string {
  const file = path.join(folder, 'steward.yaml');
  const nora = '  - { id: nora, name: Nora, department: strategy, accounts: { slack: U0NOBODY, feishu: ou_nobody } }\n';
  const text = readFileSync(firmFile, 'utf8')
    .replace(/\nclients:/, `\n${nora}clients:`)
    .replace('locale: zh-CN, timezone: Asia/Shanghai,', 'locale: zh-CN, timezone: America/New_York,');
  writeFileSync(file, text);
  return file;
}

describe.each([
  // This chat's profiles tell a zone.
  ['slack', 'Europe/London', 'profile', '2026-11-27T16:00:00.000Z'],
  // This one's do not.
  ['feishu', 'Asia/Shanghai', 'firm', '2026-11-27T08:00:00.000Z'],
] as const)('on %s', (platform, zone, from, asked) => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform, firm: firmWithNora() });
  });
  afterAll(() => world.end());

  test('somebody without a zone lives by the clock of their profile, else of the firm; a zone that the file names stays', async () => {
    const people = `SELECT id, zone, zone_from FROM person WHERE id IN ('nora', 'wang') ORDER BY id`;
    const expected = [
      { id: 'nora', zone, zone_from: from },
      { id: 'wang', zone: 'America/New_York', zone_from: null },
    ];
    expect(await world.rows(people)).toEqual(expected);
    await world.stop();
    await world.start();
    await world.settle();
    expect(await world.rows(people)).toEqual(expected);
  });

  test('what was planned for them is planned by that clock', async () => {
    const [row] = await world.rows<{ due_at: Date }>(
      `SELECT due_at FROM v_agenda WHERE kind = 'progress.ask' AND person = 'nora' ORDER BY due_at LIMIT 1`,
    );
    expect(row?.due_at.toISOString()).toBe(asked);
    expect(world.chat.breaches).toEqual([]);
  });

  test('from November on the administrator hears every Monday that next year’s holidays are missing; probes see it too', async () => {
    await world.travelTo(new Date('2026-11-30T01:00:00Z'));
    await world.travelTo(new Date('2026-12-07T01:00:00Z'));
    const told = await world.rows(`SELECT state FROM v_agenda WHERE kind = 'calendar.warn' AND due_at <= $1`, [
      world.now(),
    ]);
    expect(told).toEqual([{ state: 'done' }, { state: 'done' }]);
    const words = world
      .someone('sun')
      .sees()
      .map(({ text }) => text);
    expect(words.filter((text) => text.includes('还没有 2027 年的节假日'))).toHaveLength(2);
    const ready = await fetch(`${world.botUrl}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, reasons: [], warnings: [{ part: 'calendars', why: expect.stringContaining('2027') as string }] },
    ]);
  });
});
