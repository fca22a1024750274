/** Two approvers press at the same moment: exactly one decision, and the other hears whose it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Changed, change, type Wished } from '../../src/bot/engine/change.ts';
import type { AnyCommand } from '../../src/bot/engine/define.ts';
import { approvalApprove } from '../../src/commands/approval-approve.ts';
import { approvalReject } from '../../src/commands/approval-reject.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import type { Person } from '../../src/domain/firm.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { by, chen, flow, li, stage } from '../domain/firm.ts';
import { inApproval, later, running, submitted } from '../domain/requests.ts';
import { gesture } from '../store/bench.ts';
import { type Bench, bench, firm, testPlatform } from './bench.ts';

let on: Bench;
beforeAll(async () => {
  on = await bench();
});
afterAll(() => on.end());

const commands = new Map<string, AnyCommand>(
  [approvalApprove, approvalReject].map((one) => [one.intent.name, one as unknown as AnyCommand]),
);

function presses(who: Person, intent: string, input: object, key: string): Promise<Changed> {
  const wished: Wished = {
    ...{ platform: testPlatform, key, intent, input, by: by(who), now: later(20), firm },
  };
  const platforms = new Map([[testPlatform, on.platform]]);
  return change(wished, { store: on.store, platforms, commands, wake: () => undefined });
}

async function asked(n: number): Promise<`APR-${number}`> {
  const either = flow(stage({ approvers: [li, chen].map(({ id }) => ({ by: 'person', person: id }) as const) }));
  const approval: Approval = { ...running(submitted(), either), number: `APR-${n}`, of: `REQ-${n}` };
  const request = { ...inApproval(), number: `REQ-${n}`, approval: `APR-${n}` } as Request;
  await on.store.commit(gesture({ saves: [approval, request] }));
  return approval.number;
}

const kinds = (all: readonly Changed[]): readonly string[] =>
  all.map((one) => (one.kind === 'refusal' ? one.refusal.type : one.kind)).toSorted();

test('two hundred rounds of two approvers have two hundred decisions', { timeout: 60_000 }, async () => {
  for (let n = 1; n <= 200; n += 1) {
    const approval = await asked(n);
    const input = { approval, stage: 0 };
    const reason = { approval, fields: { reason: '不同意' } };
    const all = await Promise.all([
      presses(li, 'approval.approve', input, `li${n}`),
      n % 2 === 0
        ? presses(chen, 'approval.reject', reason, `chen${n}`)
        : presses(chen, 'approval.approve', input, `chen${n}`),
    ]);
    expect(kinds(all)).toEqual(['answer', 'approval.already-decided']);
  }
  expect(
    await on.rows(
      `SELECT count(*)::int AS n FROM record WHERE kind = 'approval' AND jsonb_array_length(body->'moves') = 1`,
    ),
  ).toEqual([{ n: 200 }]);
  const decisions = `SELECT count(*)::int AS n, count(DISTINCT record)::int AS records FROM v_audit
    WHERE event IN ('approval.approved', 'approval.rejected')`;
  expect(await on.rows(decisions)).toEqual([{ n: 200, records: 200 }]);
  const ended = `SELECT count(*)::int AS n FROM v_records r JOIN v_records a ON a.number = replace(r.number, 'REQ', 'APR')
    WHERE r.kind = 'request' AND (r.state, a.state) IN (('in-service', 'approved'), ('declined', 'rejected'))`;
  expect(await on.rows(ended)).toEqual([{ n: 200 }]);
});

test('one press, delivered fifty times at once, is one decision and fifty equal answers', async () => {
  const approval = await asked(1_000);
  const all = await Promise.all(
    Array.from({ length: 50 }, () => presses(li, 'approval.approve', { approval, stage: 0 }, 'fifty')),
  );
  expect(new Set(kinds(all))).toEqual(new Set(['answer']));
  expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
});
