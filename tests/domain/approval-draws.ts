/** What the property test draws: flows, what is asked by whom, who is away, and what people try. */
import fc from 'fast-check';
import type { Case, Condition, Sketch } from './approval-model.ts';
import { colleagues } from './approval-model-away.ts';
import type { Name } from './approval-model-moves.ts';
import { everyone } from './firm.ts';

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
    fc.constantFrom('any', 'all', 'all', 'in-order', 'in-order'),
    fc.constantFrom(1, 2, 2, 3, 4).map((atLeast) => ({ atLeast })),
  ),
  when: some(condition, 1, 3),
  auto: some(condition, 1, 4),
  skip: fc.boolean(),
  rests: some(fc.subarray(['title', 'background', 'budget', 'region'])),
  always: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/** Nobody is named, or a colleague; somebody from outside is refused. */
const delegate = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...colleagues) },
  { weight: 3, arbitrary: fc.constant(undefined) },
);

/** A flow and what is asked. A client who asks is answered for by wang. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    sketches: fc.array(sketch, { minLength: 1, maxLength: 5, size: 'max' }),
    nobody: fc.subarray(['xu', 'chen']),
    escalation: fc.constantFrom('add', 'replace'),
    requester: fc.constantFrom('ann', ...colleagues),
    matter: fc.record(facts),
    away: fc.uniqueArray(fc.tuple(fc.constantFrom(...colleagues), delegate), {
      ...{ selector: ([person]) => person, maxLength: 4, size: 'max' },
    }),
  })
  .map((drawn) => ({
    ...drawn,
    advocate: drawn.requester === 'ann' ? 'wang' : drawn.requester,
    away: drawn.away.filter(([person, named]) => person !== named),
  }));

/** How often each is tried. */
const weights: Readonly<Record<Name, number>> = {
  ...{ approve: 80, reject: 14, back: 14, 'back-to-stage': 80, resubmit: 5, transfer: 22, before: 20, after: 20 },
  ...{ nudge: 8, comment: 8, remind: 8, escalate: 30, withdraw: 6, leave: 24, return: 16 },
};

export const moveNames = Object.keys(weights) as readonly Name[];

/** What is written where words are wanted. */
const words = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom('因为', ' because ') },
  { weight: 3, arbitrary: fc.constantFrom('', '   ', ' \u200b\u3000\n', undefined) },
);

/** `who`, `card` and `waited` are picked where it stands; most tries are by somebody who may, on a card that is true. */
const gesture = fc.record({
  name: fc.oneof(...moveNames.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) }))),
  pick: fc.nat({ max: 59 }),
  who: fc.oneof(
    { weight: 12, arbitrary: fc.constant('entitled' as const) },
    { weight: 1, arbitrary: fc.constant('requester' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...everyone.map(({ id }) => id)) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  card: fc.oneof(
    { weight: 6, arbitrary: fc.constant('true' as const) },
    { weight: 3, arbitrary: fc.constant('old' as const) },
    { weight: 4, arbitrary: fc.constant({}) },
    fc.record(
      {
        revision: fc.integer({ min: 1, max: 3 }),
        stage: fc.integer({ min: -1, max: 4 }),
        place: fc.constantFrom(...colleagues),
      },
      { requiredKeys: [] },
    ),
  ),
  words,
  to: fc.oneof(
    { weight: 6, arbitrary: fc.constant('free' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...colleagues) },
    { weight: 1, arbitrary: fc.constant('requester' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...everyone.map(({ id }) => id), undefined) },
  ),
  stage: fc.oneof({ weight: 3, arbitrary: fc.constant('earlier' as const) }, fc.integer({ min: -1, max: 4 })),
  matter: fc.record(facts, { requiredKeys: [] }),
  only: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constantFrom('this' as const, 'else' as const)),
  isStale: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/** What is decided upon the same state, at the same moment: pressed twice, its contrary, or whatever somebody else tries. */
const rival = fc.oneof(
  { weight: 10, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constantFrom('twice' as const, 'contrary' as const) },
  { weight: 3, arbitrary: gesture },
);

const turn = fc.record({ first: gesture, rival, minutes: fc.integer({ min: 1, max: 180 }) });

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type Gesture = Drawn<typeof gesture>;
export type Turn = Drawn<typeof turn>;
export const turns = fc.array(turn, { minLength: 1, maxLength: 30, size: 'max' });
