/** Whoever presses whatever on an approval, in whatever order: every stage is decided once, by somebody entitled, never by the requester. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Approval,
  approve,
  type AskedStage,
  reject,
  stagesFor,
  start,
  turnOf,
  withdraw,
} from '../../src/domain/approval.ts';
import { type ApproverRule, roles, type Stage } from '../../src/domain/firm.ts';
import { ann, by, chen, clock, everyone, firm, li, sun, twoStage, wang, xu, zhao } from './firm.ts';
import { frozen } from './decisions.ts';
import { later, monday, submitted } from './requests.ts';

const person = fc.constantFrom(...everyone);
const staff = [wang, li, chen, xu, zhao, sun];

type Move = {
  readonly name: 'approve' | 'reject' | 'withdraw';
  readonly who: (typeof everyone)[number] | undefined;
  readonly stage: number | undefined;
  readonly words: string;
};

const move: fc.Arbitrary<Move> = fc.record({
  name: fc.oneof(
    { weight: 8, arbitrary: fc.constant('approve' as const) },
    { weight: 3, arbitrary: fc.constant('reject' as const) },
    fc.constant('withdraw' as const),
  ),
  who: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(li, chen, zhao) }, person, fc.constant(undefined)),
  stage: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  words: fc.constantFrom('', ' \u200b ', '理由'),
});

const stages: fc.Arbitrary<readonly AskedStage[]> = fc.array(
  fc.record({
    name: fc.constant({ 'zh-CN': '审批', 'en-US': 'Approval' }),
    // The requester among them, as if a rule had been written wrongly.
    approvers: fc.uniqueArray(fc.constantFrom(li.id, chen.id, zhao.id, ann.id), { minLength: 1, maxLength: 3 }),
    fallback: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

function does({ name, who, stage, words }: Move, approval: Approval, now: Date) {
  if (name === 'withdraw') return withdraw(approval, ann.id, now);
  const actor = who ? by(who) : clock;
  return name === 'approve' ? approve(approval, actor, now, stage, words) : reject(approval, actor, now, words);
}

/** What must follow: the stage that is asked then, or how it ends; undefined is a refusal. */
function expected(approval: Approval, { name, who, stage, words }: Move): number | Approval['status'] | undefined {
  if (approval.status !== 'running') return undefined;
  if (name === 'withdraw') return 'withdrawn';
  const entitled = who !== undefined && who !== ann && turnOf(approval).includes(who.id);
  if (!entitled) return undefined;
  if (name === 'reject') return words === '理由' ? 'rejected' : undefined;
  if (stage !== undefined && stage < approval.stage) return undefined;
  return approval.stage + 1 < approval.stages.length ? approval.stage + 1 : 'approved';
}

const seen = (approval: Approval): number | Approval['status'] =>
  approval.status === 'running' ? approval.stage : approval.status;

function laws(approval: Approval): void {
  const decided = approval.verdicts.map(({ stage }) => stage);
  expect(decided).toEqual(decided.map((_, n) => n));
  for (const { stage, by: judge } of approval.verdicts) {
    expect(approval.stages[stage]?.approvers).toContain(judge);
    expect(judge).not.toBe(approval.requester);
  }
  const noes = approval.verdicts.filter(({ verdict }) => verdict === 'rejected');
  expect(noes.length).toBe(approval.status === 'rejected' ? 1 : 0);
  if (approval.status === 'approved') expect(decided.length).toBe(approval.stages.length);
}

test('every stage is decided once and in order, only by somebody entitled, and what has ended never changes', () => {
  fc.assert(
    fc.property(stages, fc.array(move, { maxLength: 20 }), (asked, moves) => {
      const started = start('APR-3', submitted(), asked, monday);
      if (!started.ok) throw new Error('every stage has somebody');
      let approval = frozen(started.state);
      moves.forEach((one, n) => {
        const decision = does(one, approval, later(n + 1));
        const next = expected(approval, one);
        expect({ move: one.name, granted: decision.ok }).toEqual({ move: one.name, granted: next !== undefined });
        if (!decision.ok) return;
        const { verdicts, ...before } = approval;
        expect(decision.state.verdicts.slice(0, verdicts.length)).toEqual(verdicts);
        expect(decision.state).toMatchObject({ number: before.number, of: before.of, stages: before.stages });
        approval = frozen(decision.state);
        expect(seen(approval)).toBe(next);
        laws(approval);
      });
    }),
    { numRuns: 200 },
  );
});

const rule: fc.Arbitrary<ApproverRule> = fc.oneof(
  fc.constantFrom({ by: 'department-head' } as const, { by: 'manager-of-requester' } as const),
  fc.constantFrom(...roles).map((role) => ({ by: 'role', role }) as const),
  person.map(({ id }) => ({ by: 'person', person: id }) as const),
  fc.constantFrom('background', 'region', 'missing').map((field) => ({ by: 'field', field }) as const),
);

test('whatever the flow says, a requester is never asked about their own request, and nobody is asked twice in a stage', () => {
  const flow = fc.array(
    fc.array(rule, { minLength: 1, maxLength: 4 }).map(
      (approvers): Stage => ({
        name: { 'zh-CN': '审批', 'en-US': 'Approval' },
        approvers,
        rule: 'any',
      }),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(flow, fc.constantFrom(ann, ...staff), person, (asked, askedBy, named) => {
      const request = submitted({ askedBy, answers: { background: named.name, region: named.id } });
      const found = stagesFor({ ...twoStage, stages: asked }, request, firm);
      expect(found).toHaveLength(asked.length);
      for (const { approvers } of found) {
        expect(approvers).not.toContain(askedBy.id);
        expect(new Set(approvers).size).toBe(approvers.length);
        for (const id of approvers) expect(firm.people.get(id)?.kind).toBe('staff');
      }
    }),
    { numRuns: 150 },
  );
});
