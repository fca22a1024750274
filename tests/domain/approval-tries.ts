/** What people try in the property test: drawn at random, made concrete where an approval stands, and done by the real rules. */
import fc from 'fast-check';
import type { Actor } from '../../src/domain/actor.ts';
import { type ApprovalDecision, approve, reject, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { comment, escalate, nudge, remind } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { type Payload, textOf } from '../../src/domain/approval/payload.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import type { ApproverRule, Flow, PersonId, Stage } from '../../src/domain/firm.ts';
import {
  type Case,
  colleagues,
  type Condition,
  type Matter,
  type Model,
  type Sketch,
  speakers,
} from './approval-model.ts';
import type { Name, Try } from './approval-model-moves.ts';
import { by, clock, everyone, firm, flow, stage } from './firm.ts';

/** There, so many times out of so many. */
const some = <T>(one: fc.Arbitrary<T>, times = 1, of = 2) =>
  fc.oneof({ weight: times, arbitrary: one }, { weight: of - times, arbitrary: fc.constant(undefined) });

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(100, 1000).map((least) => ({ field: 'budget', least }) as const),
  fc.constant({ field: 'region', is: '华东' } as const),
);

const facts = {
  title: fc.constantFrom('one', 'another'),
  background: fc.constantFrom('Xu Ning', 'sun', 'Ann', 'wang', 'words'),
  budget: some(fc.constantFrom(1, 100, 1000), 4, 5),
  region: some(fc.constantFrom('华东', '华南')),
};

const sketch: fc.Arbitrary<Sketch> = fc.record({
  asks: fc.uniqueArray(
    fc.constantFrom(...colleagues, 'ann', 'stranger', 'head', 'pm', 'management', 'admin', 'staff', 'named'),
    { minLength: 1, maxLength: 4 },
  ),
  rule: fc.oneof(
    fc.constantFrom('any', 'all', 'in-order'),
    fc.constantFrom(1, 2, 2, 3, 4).map((atLeast) => ({ atLeast })),
  ),
  when: some(condition, 1, 3),
  auto: some(condition, 1, 4),
  skip: fc.boolean(),
  rests: some(fc.subarray(['title', 'background', 'budget', 'region'])),
  always: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/** A flow and what is asked. A client who asks is answered for by wang. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    sketches: fc.array(sketch, { minLength: 1, maxLength: 4, size: 'max' }),
    nobody: fc.subarray(['xu', 'chen']),
    escalation: fc.constantFrom('add', 'replace'),
    requester: fc.constantFrom('ann', ...colleagues),
    matter: fc.record(facts),
  })
  .map((drawn) => ({ ...drawn, advocate: drawn.requester === 'ann' ? 'wang' : drawn.requester }));

function ruleOf(who: string): ApproverRule {
  switch (who) {
    case 'head':
      return { by: 'department-head' };
    case 'named':
      return { by: 'field', field: 'background' };
    case 'pm':
    case 'management':
    case 'admin':
    case 'staff':
      return { by: 'role', role: who };
    default:
      return { by: 'person', person: who as PersonId };
  }
}

function written(one: Condition): string {
  return one.field === 'budget' ? `budget >= ${one.least}` : `region == "${one.is}"`;
}

function stageOf({ asks, rule, when, auto, skip, rests, always }: Sketch): Stage {
  return stage({
    ...{ approvers: asks.map(ruleOf), rule },
    ...(when === undefined ? {} : { when: written(when) }),
    ...(auto === undefined ? {} : { autoApprove: written(auto) }),
    ...(skip ? { skip: 'already-approved' } : {}),
    ...(rests === undefined ? {} : { dependsOn: rests }),
    ...(always ? { askAgain: 'always' } : {}),
  });
}

export function flowOf({ sketches, nobody, escalation }: Case): Flow {
  return { ...flow(...sketches.map(stageOf)), nobody: nobody.map(ruleOf), escalation };
}

export function answersOf({ background, budget, region }: Matter): Payload['answers'] {
  return { background, ...(budget === undefined ? {} : { budget }), ...(region === undefined ? {} : { region }) };
}

/** How often each is tried. */
const weights: Readonly<Record<Name, number>> = {
  ...{ approve: 70, reject: 5, back: 15, 'back-to-stage': 30, resubmit: 5, transfer: 15, before: 15, after: 15 },
  ...{ nudge: 10, comment: 10, remind: 10, escalate: 20, withdraw: 1 },
};

export const moveNames = Object.keys(weights) as readonly Name[];

/** `who` and `waited` are picked where it stands; most tries are by somebody who may, on a card that is true. */
const recipe = fc.record({
  name: fc.oneof(...moveNames.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) }))),
  pick: fc.nat({ max: 11 }),
  who: fc.oneof(
    { weight: 12, arbitrary: fc.constant('entitled' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...everyone) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  card: fc.oneof(
    { weight: 6, arbitrary: fc.constant('true' as const) },
    { weight: 6, arbitrary: fc.constant({}) },
    fc.record(
      {
        revision: fc.integer({ min: 1, max: 3 }),
        stage: fc.integer({ min: -1, max: 4 }),
        place: fc.constantFrom(...colleagues),
      },
      { requiredKeys: [] },
    ),
  ),
  hasWords: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  to: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...everyone.filter(({ kind }) => kind === 'staff')) },
    fc.constantFrom(...everyone, undefined),
  ),
  stage: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 1 }) }, fc.integer({ min: -1, max: 4 })),
  matter: fc.record(facts, { requiredKeys: [] }),
  isStale: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  minutes: fc.integer({ min: 1, max: 180 }),
});

export type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never;
export const recipes = fc.array(recipe, { minLength: 1, maxLength: 30, size: 'max' });

const cyclic = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** Some asking of somebody, as a timer knows it: one that lasts, or one that is over. */
function someAsking({ steps }: Approval, { pick, isStale }: Recipe): Try['waited'] {
  const all = steps.flatMap(({ seats }, n) =>
    seats
      .flat()
      .flatMap(({ person, askedAt, said }) =>
        askedAt && (said === undefined || isStale) ? [{ stage: n, person: person, since: askedAt.getTime() }] : [],
      ),
  );
  const found = cyclic(all, pick) ?? { stage: 0, person: 'li', since: 0 };
  return isStale && pick % 2 === 1 ? { ...found, since: found.since - 60_000 } : found;
}

/** The recipe where this approval stands. */
export function concrete(drawn: Recipe, approval: Approval, model: Model, now: number): Try {
  const { pick, who, card, hasWords, to, stage: stageTo, matter: anew } = drawn;
  const name = approval.status === 'returned' && pick % 3 > 0 ? 'resubmit' : drawn.name;
  const { advocate, requester } = model.about;
  const speaker = cyclic(speakers(model), pick);
  const isTheirs = name === 'resubmit' || name === 'nudge' || (name === 'comment' && pick % 2 === 0);
  const entitled = isTheirs ? (name === 'nudge' && pick % 2 === 0 ? requester : advocate) : speaker;
  const shown = approval.status === 'running' ? { revision: approval.revision, stage: approval.stage } : {};
  return {
    ...{ name, hasWords, now, stage: stageTo, to: to?.id },
    who: who === 'entitled' ? entitled : who?.id,
    shown: card === 'true' ? shown : card,
    matter: { ...model.matter, ...anew },
    waited: someAsking(approval, drawn),
  };
}

function actorOf(who: string | undefined): Actor {
  const person = everyone.find(({ id }) => id === who);
  return person ? by(person) : clock;
}

/** The same try by the real rules. */
export function done(approval: Approval, tried: Try): ApprovalDecision {
  const { name, shown: card, waited: asking, matter: anew } = tried;
  const now = new Date(tried.now);
  const actor = actorOf(tried.who);
  const { place, ...drawn } = card;
  const shown = { ...drawn, ...(place === undefined ? {} : { place: place as PersonId }) };
  const words = tried.hasWords ? ' 因为 ' : ' \u200b ';
  const to = tried.to as PersonId | undefined;
  const waited = { stage: asking.stage, person: asking.person as PersonId, askedAt: new Date(asking.since) };
  switch (name) {
    case 'approve':
      return approve(approval, actor, now, firm, shown, words);
    case 'reject':
      return reject(approval, actor, now, shown, words);
    case 'back':
      return sendBack(approval, actor, now, firm, shown, words);
    case 'back-to-stage':
      return sendBack(approval, actor, now, firm, shown, words, tried.stage);
    case 'resubmit': {
      const payload: Payload = { ...approval.payload, title: anew.title, answers: answersOf(anew) };
      return resubmit(approval, actor, now, firm, { payload, fingerprint: textOf(payload) });
    }
    case 'transfer':
      return transfer(approval, actor, now, firm, shown, to, words);
    case 'before':
    case 'after':
      return addApprover(approval, actor, now, firm, shown, to, name);
    case 'nudge':
      return nudge(approval, actor, now);
    case 'comment':
      return comment(approval, actor, now, words);
    case 'remind':
      return remind(approval, waited);
    case 'escalate':
      return escalate(approval, waited, now, firm);
    case 'withdraw':
      return withdraw(approval, approval.requester, now);
  }
}
