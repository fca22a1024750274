/** The right time on both sides of the world: a Golden Week with its make-up days in Shanghai, and the nights in which New York moves its clocks. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { asksFor } from './beginnings.ts';
import { everyone, everywhere } from './everywhere.ts';

const shanghai = (at: string): Date => new Date(`${at}:00+08:00`);
/** The autumn is told in projects.test.ts. */
const newYork = (at: string, offset: '-04:00' | '-05:00'): Date => new Date(`${at}:00${offset}`);

const asked = `SELECT owner, title FROM v_records WHERE kind = 'progress' ORDER BY owner, title`;
const asks = `SELECT due_at FROM v_agenda WHERE kind = 'progress.ask' AND person = 'wang' AND due_at BETWEEN $1 AND $2 ORDER BY due_at`;
const due = async (world: World, record: string): Promise<unknown> => {
  const rows = await world.rows<{ due: Date }>(
    `SELECT date_trunc('minute', max(due_at)) AS due FROM agenda WHERE record = $1 AND kind = 'sla.mark'`,
    [record],
  );
  return rows[0]?.due;
};

everywhere(
  ({ people, world }) => {
    test('the week before the holidays is asked about on its last working day, Wednesday', async () => {
      const { wang } = people();
      await world().travelTo(shanghai('2026-09-30T15:59'));
      expect(wang.cards('这一周进展如何')).toEqual([]);
      await world().travelTo(shanghai('2026-09-30T16:00'));
      expect(wang.cards('这一周进展如何')).toHaveLength(1);
      expect(await world().rows(asked)).toEqual([
        { owner: 'li', title: '2026-W40' },
        { owner: 'wang', title: '2026-W40' },
      ]);
    });

    test('a request of the last ten minutes is due on the first morning after eight days of holidays, and its ledger names them', async () => {
      const { wang, li } = people();
      await world().travelTo(shanghai('2026-09-30T17:50'));
      const number = await asksFor('节前的申请', wang);
      expect(await due(world(), number)).toEqual(shanghai('2026-10-08T09:20'));
      await wang.says(`时效 ${number}`);
      await world().travelTo(shanghai('2026-10-08T09:19'));
      expect(li.cards(/节前的申请.*100%/)).toEqual([]);
      await wang.says(`时效 ${number}`);
      expect(wang.card(/国庆/).text).toContain('10-01');
    });

    test('nobody is reminded, missed or asked while the country rests', async () => {
      const rows = await world().rows(
        `SELECT kind FROM v_agenda WHERE state = 'done' AND kind LIKE 'progress.%' AND due_at BETWEEN $1 AND $2`,
        [shanghai('2026-10-01T00:00'), shanghai('2026-10-08T08:59')],
      );
      expect(rows).toEqual([]);
    });

    test('the make-up Saturday counts like any working day', async () => {
      const { wang, li } = people();
      await world().travelTo(shanghai('2026-10-09T17:50'));
      expect(await world().rows(asked)).toContainEqual({ owner: 'wang', title: '2026-W41' });
      const number = await asksFor('补班前的申请', wang);
      expect(await due(world(), number)).toEqual(shanghai('2026-10-10T09:20'));
      await world().travelTo(shanghai('2026-10-10T09:21'));
      expect(li.card(`${number} ·`).text).toContain('已超时');
    });
  },
  { at: shanghai('2026-09-30T10:00'), platforms: ['slack', 'feishu'], deliveries: ['once'] },
);

const twoShores = fileURLToPath(new URL('../fixtures/firm/two-shores.yaml', import.meta.url));

describe.each(['slack', 'feishu'] as const)('on %s, across the ocean', (platform) => {
  const begins = newYork('2027-03-12T15:00', '-05:00');
  const first = newYork('2027-03-12T16:00', '-05:00');
  const second = newYork('2027-03-19T16:00', '-04:00');
  let world: World;
  beforeAll(async () => {
    world = await World.begin({ platform, at: begins, firm: twoShores });
  });
  afterAll(() => world.end());

  test('when New York puts its clocks forward, four in the afternoon stays four in the afternoon', async () => {
    const { wang } = everyone(world);
    for (const [week, at] of [
      ['2027-W10', first],
      ['2027-W11', second],
    ] as const) {
      await world.travelTo(new Date(at.getTime() - 60_000));
      expect(wang.cards(week)).toEqual([]);
      await world.travelTo(at);
      expect(wang.card(week).text).toContain('这一周进展如何');
    }
    const hers = await world.rows<{ due_at: Date }>(asks, [begins, second]);
    expect(hers.map(({ due_at }) => due_at)).toEqual([first, second]);
  });
});
