/** The books can be checked from outside: the audit's chain by anyone who can hash, and the views by their columns. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { approvalOf, asksFor, takes } from './beginnings.ts';
import { everyone } from './everywhere.ts';

let world: World;
beforeAll(async () => {
  world = await World.begin({ platform: 'feishu' });
  const { wang, li, zhao } = everyone(world);
  const number = await asksFor('账本', wang, { 预算: 500000 });
  await takes(number, li);
  await li.presses('同意', li.at(`${approvalOf('账本', li)} ·`));
  await zhao.presses('Approve');
  await zhao.says('status REQ-999');
});
afterAll(() => world.end());

type Entry = {
  seq: string;
  at: Date;
  actor: string;
  on_behalf_of: string | null;
  record: string | null;
  event: string;
  detail: string;
  cause: string;
  prev_hash: string;
  hash: string;
};

test('every line of the audit hashes to its hash, and carries the hash before it', async () => {
  const lines = await world.rows<Entry>('SELECT * FROM audit ORDER BY seq');
  expect(lines.map(({ event }) => event)).toEqual([
    'request.submitted',
    'request.taken',
    'approval.started',
    'approval.yes',
    'approval.stage-passed',
    'approval.yes',
    'approval.stage-passed',
    'approval.approved',
    'request.service-began',
    'refused.record.not-found',
  ]);
  let before = '0'.repeat(64);
  for (const [index, { at, on_behalf_of, record, prev_hash, hash, ...entry }] of lines.entries()) {
    const { seq, actor, event, detail, cause } = entry;
    const text = [prev_hash, seq, at.getTime(), actor, on_behalf_of ?? '', record ?? '', event, detail, cause].join(
      '\n',
    );
    expect(Number(seq)).toBe(index + 1);
    expect(prev_hash).toBe(before);
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    before = hash;
  }
  expect(await world.rows('SELECT hash FROM audit_head')).toEqual([{ hash: before }]);
});

test.each([`UPDATE audit SET actor = 'nobody' WHERE seq = 1`, 'DELETE FROM audit WHERE seq = 1', 'TRUNCATE audit'])(
  'the audit can only be added to: %s',
  async (sql) => {
    await expect(world.rows(sql)).rejects.toThrow('can only be added to');
  },
);

const views = {
  v_inbox: 'key, platform, received_at, intent, actor, outcome',
  v_records: 'number, kind, state, title, owner, client, created_at, updated_at',
  v_posts: 'id, record, platform, place, state, attempts, cause, created_at, sent_at',
  v_agenda: 'id, kind, record, person, due_at, state, reason',
  v_audit: 'seq, at, actor, on_behalf_of, record, event, prev_hash, hash',
} as const;

test.each(Object.entries(views))('%s has exactly the columns of the contract', async (view, columns) => {
  const found = await world.rows<{ names: string }>(
    `SELECT string_agg(column_name::text, ', ' ORDER BY ordinal_position) AS names
     FROM information_schema.columns WHERE table_name = $1`,
    [view],
  );
  expect(found).toEqual([{ names: columns }]);
});

test('the views tell the story: who did what, what became of it, why each message was sent', async () => {
  expect(await world.rows('SELECT DISTINCT outcome FROM v_inbox ORDER BY 1')).toEqual([
    { outcome: 'done' },
    { outcome: 'refused' },
  ]);
  expect(await world.rows('SELECT number, kind, state, owner, client FROM v_records ORDER BY number')).toEqual([
    { number: 'APR-1', kind: 'approval', state: 'approved', owner: 'zhao', client: 'globex' },
    { number: 'REQ-1', kind: 'request', state: 'in-service', owner: 'li', client: 'globex' },
  ]);
  const orphans = await world.rows(
    `SELECT p.id FROM v_posts p WHERE p.state <> 'sent' OR p.sent_at IS NULL OR NOT EXISTS
     (SELECT 1 FROM v_inbox i WHERE i.platform || ':' || i.key = p.cause)`,
  );
  expect(orphans).toEqual([]);
});
