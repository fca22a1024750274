/** Two people press at the same moment, in two processes: exactly one decision, and the other hears the truth. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Changed, change, type Wished } from '../../src/bot/engine/change.ts';
import type { AnyCommand } from '../../src/bot/engine/define.ts';
import type { Store } from '../../src/bot/ports/store.ts';
import { approvalApprove } from '../../src/commands/approval-approve.ts';
import { approvalReject } from '../../src/commands/approval-reject.ts';
import { requestWithdraw } from '../../src/commands/request-withdraw.ts';
import { start } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import type { Person } from '../../src/domain/firm.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { these } from '../domain/approvals.ts';
import { yes } from '../domain/decisions.ts';
import { ann, by, chen, flow, li, stage, sun } from '../domain/firm.ts';
import { asking, inApproval, later } from '../domain/requests.ts';
import { gesture } from '../store/bench.ts';
import { type Bench, bench, firm, testPlatform } from './bench.ts';

let on: Bench;
let stores: readonly [Store, Store];
beforeAll(async () => {
  on = await bench();
  stores = [on.store, on.another('steward:second').store];
});
afterAll(() => on.end());

const commands = new Map<string, AnyCommand>(
  [approvalApprove, approvalReject, requestWithdraw].map((one) => [one.intent.name, one as unknown as AnyCommand]),
);

type Press = { readonly who: Person; readonly intent: string; readonly input: object };

function presses({ who, intent, input }: Press, key: string, store: Store = on.store): Promise<Changed> {
  const wished: Wished = {
    ...{ platform: testPlatform, key, intent, input, by: by(who), now: later(20), firm },
  };
  const platforms = new Map([[testPlatform, on.platform]]);
  return change(wished, { store, platforms, commands, wake: () => undefined });
}

/** Li is away and Sun speaks for her. */
const liAway = { ...firm, away: new Map([[li.id, { delegate: sun.id }]]) };
const either = flow(stage({ approvers: these(li, chen) }));
const both = flow(stage({ approvers: these(li, chen), rule: 'all' }));
const alone = flow(stage({ approvers: these(li) }));

function asked(n: number, kind?: Kind): readonly [Approval, Request] {
  const away = kind === 'with her delegate' ? start(asking(), alone, liAway, later(10)) : undefined;
  const here = kind === 'one of two, while it is withdrawn' ? both : either;
  const approval = yes(away ?? start(asking(), here, firm, later(10)));
  const request = { ...inApproval(), number: `REQ-${n}`, approval: `APR-${n}` } as Request;
  return [{ ...approval, number: `APR-${n}`, of: `REQ-${n}` }, request];
}

const kinds = [
  ...(['both yes', 'yes and no', 'with her delegate', 'while it is withdrawn'] as const),
  'one of two, while it is withdrawn',
] as const;
type Kind = (typeof kinds)[number];

function pairOf(kind: Kind, n: number): readonly [Press, Press] {
  const approval = `APR-${n}`;
  const says = (who: Person, place = who): Press => ({
    ...{ who, intent: 'approval.approve', input: { approval, stage: 0, revision: 1, place: place.id } },
  });
  switch (kind) {
    case 'both yes':
      return [says(li), says(chen)];
    case 'yes and no': {
      const input = { approval, fields: { reason: '不同意' } };
      return [says(li), { who: chen, intent: 'approval.reject', input }];
    }
    case 'with her delegate':
      return [says(li), says(sun, li)];
    case 'while it is withdrawn':
    case 'one of two, while it is withdrawn':
      return [says(li), { who: ann, intent: 'request.withdraw', input: { request: `REQ-${n}` } }];
  }
}

/** What the second may truly hear of the first. */
function truth(kind: Kind, first: Press): object {
  if (first.intent === 'request.withdraw') return { kind: 'refusal', refusal: { type: 'approval.withdrawn' } };
  // What has been approved, or half, can be withdrawn all the same.
  if (kind.endsWith('while it is withdrawn')) return { kind: 'answer' };
  const verdict = first.intent === 'approval.reject' ? 'rejected' : 'approved';
  return { kind: 'refusal', refusal: { type: 'approval.already-decided', verdict, by: first.who.id } };
}

/** Who was first is told by the record, not by who was answered first. */
async function round(kind: Kind, n: number): Promise<void> {
  const pair = pairOf(kind, n);
  // Now one and now the other is a little earlier.
  const order = n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
  const answers = new Map<Press, Changed>();
  await Promise.all(
    order.map(async (at) => {
      answers.set(pair[at], await presses(pair[at], `${n} ${at}`, stores[at]));
    }),
  );
  const now = await on.store.reader().find('approval', `APR-${n}`);
  const first = now?.moves.length === 0 ? pair[1] : pair.find(({ who }) => who.id === now?.moves[0]?.by);
  const second = pair.find((press) => press !== first);
  const half = kind === 'one of two, while it is withdrawn' ? now?.moves.length : 0;
  expect(now?.moves.length).toBe(now?.status === 'withdrawn' ? half : 1);
  expect(first && answers.get(first)).toMatchObject({ kind: 'answer' });
  expect(second && answers.get(second)).toMatchObject(first ? truth(kind, first) : {});
}

const ROUNDS = 1000;
/** So many pairs press at once, each about an approval of its own. */
const AT_ONCE = 4;

test('a thousand rounds of two who press at once have a thousand decisions', { timeout: 60_000 }, async () => {
  const rounds = Array.from({ length: ROUNDS }, (_, n) => ({ n: n + 1, kind: kinds[n % kinds.length] ?? 'both yes' }));
  for (let at = 0; at < ROUNDS; at += 100)
    await on.store.commit(gesture({ saves: rounds.slice(at, at + 100).flatMap(({ n, kind }) => asked(n, kind)) }));
  for (let at = 0; at < ROUNDS; at += AT_ONCE)
    await Promise.all(rounds.slice(at, at + AT_ONCE).map(({ n, kind }) => round(kind, n)));

  const decisions = `SELECT count(*)::int AS n, count(DISTINCT record)::int AS records FROM v_audit
    WHERE event IN ('approval.approved', 'approval.rejected', 'approval.withdrawn')`;
  expect(await on.rows(decisions)).toEqual([{ n: ROUNDS, records: ROUNDS }]);
  const ended = `SELECT count(*)::int AS n FROM v_records r JOIN v_records a ON a.number = replace(r.number, 'REQ', 'APR')
    WHERE r.kind = 'request' AND (r.state, a.state) IN
    (('in-service', 'approved'), ('declined', 'rejected'), ('withdrawn', 'withdrawn'), ('withdrawn', 'approved'))`;
  expect(await on.rows(ended)).toEqual([{ n: ROUNDS }]);
  const onBehalf = `SELECT count(*)::int AS n FROM v_audit WHERE event = 'approval.yes' AND actor = 'sun' AND on_behalf_of IS DISTINCT FROM 'li'`;
  expect(await on.rows(onBehalf)).toEqual([{ n: 0 }]);
});

test('one press, delivered fifty times at once, is one decision and fifty equal answers', async () => {
  await on.store.commit(gesture({ saves: [...asked(ROUNDS + 1)] }));
  const input = { approval: `APR-${ROUNDS + 1}`, stage: 0 };
  const all = await Promise.all(
    Array.from({ length: 50 }, () => presses({ who: li, intent: 'approval.approve', input }, 'fifty')),
  );
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['answer']));
  expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
});
