/** Approvals of the first version, carried over by the migration: they stand where they stood, and can be decided. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '../../src/domain/approval/approval.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { by, firm, zhao } from '../domain/firm.ts';
import { yes } from '../domain/decisions.ts';
import { inApproval, later } from '../domain/requests.ts';
import { type Bench, bench, gesture } from './bench.ts';

const migration = path.join(
  import.meta.dirname,
  '../../prisma/migrations/20261125000000_approval_places/migration.sql',
);
const name = { 'zh-CN': '审批', 'en-US': 'Approval' };
const decidedAt = '2026-11-23T03:00:00.000Z';

/** As the first version kept it: the head has said yes, management is asked. */
const before = {
  ...{ kind: 'approval', number: 'APR-3', of: 'REQ-7', title: '新能源市场调研', requester: 'ann', client: 'globex' },
  stages: [
    { name, approvers: ['li'], fallback: false },
    { name, approvers: ['zhao', 'sun'], fallback: true },
  ],
  verdicts: [{ stage: 0, by: 'li', verdict: 'approved', comment: '同意', decidedAt }],
  ...{ startedAt: '2026-11-23T02:10:00.000Z', status: 'running', stage: 1 },
};

let on: Bench;
beforeAll(async () => {
  on = await bench();
  await on.store.commit(gesture({ saves: [inApproval()] }));
  const row = `INSERT INTO record (number, kind, state, title, owner, parent, version, body, created_at, updated_at)
    VALUES ('APR-3', 'approval', 'running', 'x', 'zhao', 'REQ-7', 1, '${JSON.stringify(before)}', now(), now())`;
  await on.rows(row);
  for (const _twice of [1, 2]) await on.rows(readFileSync(migration, 'utf8'));
});
afterAll(() => on.end());

test('who was asked, who has spoken and whose turn it is are as they were', async () => {
  const approval = await on.store.reader().find('approval', 'APR-3');
  expect(approval).toMatchObject({
    ...{ status: 'running', stage: 1, requester: 'ann', advocate: 'wang', client: 'globex', revision: 1 },
    payload: { service: 'market-research', answers: { budget: 150_000 } },
    moves: [{ type: 'approved', by: 'li', stage: 0, comment: '同意', movedAt: new Date(decidedAt) }],
    steps: [
      { fate: 'passed', seats: [[{ person: 'li', came: 'flow', said: { verdict: 'yes', by: 'li' } }]] },
      { seats: [[{ person: 'zhao', came: 'fallback', askedAt: new Date(decidedAt) }], [{ person: 'sun' }]] },
    ],
  });
  expect(approval && turnOf(approval)).toEqual(['zhao', 'sun']);
});

test('it goes on from there', async () => {
  const approval = await on.store.reader().find('approval', 'APR-3');
  if (!approval) throw new Error('it is lost');
  expect(yes(approve(approval, by(zhao), later(120), firm, { stage: 1 })).status).toBe('approved');
});
