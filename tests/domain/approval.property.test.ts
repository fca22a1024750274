/** Whoever tries whatever on an approval, in whatever order: the laws of approvals hold, and a plain account of it agrees. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { start } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { whomToAsk } from '../../src/domain/approval/approvers.ts';
import { payloadOf } from '../../src/domain/approval/payload.ts';
import { type ApproverRule, roles, type StageRule } from '../../src/domain/firm.ts';
import { cases, moveNames, turns } from './approval-draws.ts';
import { hasEnded, laws, lawsOfAMove, lawsOfTheEnd, seen, told } from './approval-laws.ts';
import { begin, type Case, type Matter, type Model, speakers } from './approval-model.ts';
import { grants, type Name, type Try } from './approval-model-moves.ts';
import { answersOf, fingerprintOf, flowOf } from './approval-sketches.ts';
import { type Story, toldBy, unlike, untold } from './approval-story.ts';
import { type Card, cardsOf, done, type House, leftOrBack, triesOf, type World } from './approval-tries.ts';
import { fates } from './approvals.ts';
import { frozen, yes } from './decisions.ts';
import { ann, chen, everyone, firm, li, stage, sun, wang, xu, zhao } from './firm.ts';
import { asking, later, submitted } from './requests.ts';

/** One approval, as the rules have it and as the plain account has it. */
type Course = {
  world: World;
  readonly model: Model;
  story: Story;
  /** What was asked when, as far as somebody decided then. */
  readonly heard: Map<number, Matter>;
  /** Every card that was ever shown. */
  readonly cards: Card[];
  /** What was decided: each asking of somebody, once. */
  readonly decided: Set<string>;
};

/** Undefined where both agree that it cannot begin. */
function begun(about: Case): Course | undefined {
  const now = later(0);
  const request = submitted({ askedBy: everyone.find(({ id }) => id === about.requester) ?? ann });
  const payload = { ...payloadOf(request), title: about.matter.title, answers: answersOf(about.matter) };
  const house = about.away.reduce<House>(
    (before, [who, to]) => yes(leftOrBack(before, { name: 'leave', who, to }, now)),
    { firm, absences: [] },
  );
  const asked = { ...asking(request), payload, fingerprint: fingerprintOf(about.matter) };
  const started = start(asked, flowOf(about), house.firm, now);
  const model = begin(about, now.getTime());
  expect(started.ok).toBe(model !== undefined);
  if (!started.ok || !model) return undefined;
  const world = { ...house, approval: frozen(started.state) };
  const story = toldBy(untold, started.events);
  return { world, model, story, heard: new Map(), cards: [...cardsOf(model)], decided: new Set() };
}

function holdsTrue({ world: { approval }, model, story, heard }: Course): void {
  expect(seen(approval)).toEqual(told(model));
  expect(unlike(story, approval)).toEqual([]);
  laws(approval, model);
  if (approval.status === 'approved') lawsOfTheEnd(approval, model, heard);
}

/** No asking of anybody is answered twice, whoever answers. */
function answersOnce({ decided }: Course, before: Approval, after: Approval): void {
  const old = new Set(before.steps.flatMap(({ seats }) => seats.flat().map(({ said }) => said)));
  for (const [n, { seats }] of after.steps.entries())
    for (const { person, askedAt, said } of seats.flat()) {
      if (!said || said.carried || old.has(said)) continue;
      const asked = `${n} ${person} ${askedAt?.getTime()}`;
      expect(decided).not.toContain(asked);
      decided.add(asked);
    }
}

/** Whether it is granted. */
function tries(course: Course, move: Try): boolean {
  const { world, model } = course;
  const may = speakers(model);
  const decision = done(world, move);
  const granted = grants(model, move);
  expect({ move, granted: decision.ok }).toEqual({ move, granted });
  if (!decision.ok) {
    expect(decision.refusal.type).toMatch(/^(approval|absence)\./);
    return false;
  }
  const { approval } = decision.state;
  course.heard.set(move.now, model.matter);
  course.story = toldBy(course.story, decision.events);
  course.world = { ...decision.state, approval: frozen(approval) };
  for (const event of decision.events)
    if ('asks' in event) expect(event.asks.filter((one) => !speakers(model).includes(one))).toEqual([]);
  lawsOfAMove(world.approval, approval, move, may);
  answersOnce(course, world.approval, approval);
  holdsTrue(course);
  course.cards.push(...cardsOf(model));
  return true;
}

const ends = ['approved', 'rejected', 'withdrawn', 'returned', 'running', 'not begun'];
const everyFate = ['passed', 'not-needed', 'by-rule', 'already-approved', 'open'];
const deciding: readonly Name[] = ['approve', 'reject', 'back', 'back-to-stage', 'transfer'];
const crossings = ['twice', 'contrary', 'another'].flatMap((how) => [`${how} granted`, `${how} refused`]);

/** Both press a card that shows the same place: whoever comes second decides nothing. */
function lawOfRivals(one: Try, other: Try): void {
  const same = (['revision', 'stage', 'place'] as const).every(
    (part) => one.shown[part] !== undefined && one.shown[part] === other.shown[part],
  );
  expect({ one, other, both: same && [one, other].every(({ name }) => deciding.includes(name)) }).toEqual({
    one,
    other,
    both: false,
  });
}

/** How much is tried on an approval that has ended. */
const MOST_AFTER_THE_END = 3;

test('whatever people try, only what may be is done, nothing twice, and nothing is approved that was not', {
  timeout: 120_000,
}, () => {
  const tally = new Map<string, number>();
  const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(cases, turns, (about, drawn) => {
      const course = begun(about);
      if (!course) return count('not begun');
      holdsTrue(course);
      let now = later(0).getTime();
      let after = 0;
      for (const turn of drawn) {
        // Old cards are pressed when it has ended, too; a few of them tell enough.
        after += hasEnded(course.world.approval) ? 1 : 0;
        if (after > MOST_AFTER_THE_END) break;
        now += turn.minutes * 60_000;
        const [one, other] = triesOf(turn, course.world.approval, course.model, course.cards, now);
        if (!one) continue;
        const first = tries(course, one);
        count(`${one.name} ${first ? 'granted' : 'refused'}`);
        if (!other) continue;
        const second = tries(course, other);
        count(`${other.name} ${second ? 'granted' : 'refused'}`);
        count(`${typeof turn.rival === 'string' ? turn.rival : 'another'} ${second ? 'granted' : 'refused'}`);
        if (first && second) lawOfRivals(one, other);
      }
      const { approval } = course.world;
      for (const fate of fates(approval)) count(fate ?? 'open');
      for (const { onBehalfOf } of approval.moves) if (onBehalfOf !== undefined) count('on behalf');
      return count(approval.status);
    }),
    { numRuns: 2000 },
  );
  // It has been everywhere: every move was granted and refused, also upon what somebody else had changed; every end was reached.
  const everywhere = [
    ...moveNames.flatMap((name) => [`${name} granted`, `${name} refused`]),
    ...[...crossings, ...ends, ...everyFate, 'on behalf'],
  ];
  expect(everywhere.filter((what) => !tally.has(what))).toEqual([]);
});

const rule: fc.Arbitrary<ApproverRule> = fc.oneof(
  fc.constantFrom({ by: 'department-head' } as const, { by: 'manager-of-requester' } as const),
  fc.constantFrom(...roles).map((role) => ({ by: 'role', role }) as const),
  fc.constantFrom(...everyone).map(({ id }) => ({ by: 'person', person: id }) as const),
  fc.constantFrom('background', 'region', 'missing').map((field) => ({ by: 'field', field }) as const),
);

test('whatever a flow says, a requester is never asked about their own request, and nobody is asked twice in a stage', () => {
  const asked = fc.record({
    approvers: fc.array(rule, { minLength: 1, maxLength: 4 }),
    nobody: fc.array(rule, { maxLength: 2 }),
    rule: fc.oneof(
      fc.constantFrom<StageRule>('any', 'all', 'in-order'),
      fc.integer({ min: 1, max: 5 }).map((atLeast) => ({ atLeast })),
    ),
  });
  fc.assert(
    fc.property(
      asked,
      fc.constantFrom(ann, wang, li, chen, xu, zhao, sun),
      fc.constantFrom(...everyone),
      (flow, askedBy, one) => {
        const { nobody, ...words } = flow;
        const request = submitted({ askedBy, answers: { background: one.name, region: one.id } });
        const matter = { payload: payloadOf(request), requester: askedBy.id, firm };
        const found = whomToAsk(stage(words), { nobody }, matter).map(({ person }) => person);
        expect(found).not.toContain(askedBy.id);
        expect(new Set(found).size).toBe(found.length);
        for (const id of found) expect(firm.people.get(id)?.kind).toBe('staff');
      },
    ),
    { numRuns: 300 },
  );
});
