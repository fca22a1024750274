/** What people try in the property test, made concrete where an approval stands, and done by the real rules. */
import { type Absence, end, plan, withAbsence } from '../../src/domain/absence.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { type ApprovalDecision, approve, reject, withdraw } from '../../src/domain/approval/approval.ts';
import type { Approval, ApprovalEvent } from '../../src/domain/approval/approval-state.ts';
import { comment, coverAll, escalate, nudge, remind } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import type { Payload } from '../../src/domain/approval/payload.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import { type Decision, decided, refused } from '../../src/domain/decision.ts';
import type { Firm } from '../../src/domain/firm.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Gesture, Turn } from './approval-draws.ts';
import { here, type Model, speakers, turns, voices } from './approval-model.ts';
import { colleagues } from './approval-model-away.ts';
import type { Name, Try } from './approval-model-moves.ts';
import { answersOf, fingerprintOf } from './approval-sketches.ts';
import { by, clock, everyone, research, review } from './firm.ts';
import { later, monday } from './requests.ts';

const cyclic = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** A card as somebody was shown it once: they may still press it. */
export type Card = { readonly who: string; readonly shown: Try['shown'] };

/** A card for each voice there is now, in the place it shows them. */
export function cardsOf(model: Model): readonly Card[] {
  if (model.state !== 'running') return [];
  const { revision, at } = model;
  return turns(here(model)).flatMap((spot) =>
    voices(spot).map((who) => ({ who, shown: { revision, stage: at, place: spot.person } })),
  );
}

/** Some asking of somebody, as a timer knows it: one that lasts, or one that is over. */
function someAsking({ steps }: Approval, { pick, isStale }: Gesture): Try['waited'] {
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

/** Who would try this with right. */
function entitled({ name, pick }: Gesture, model: Model): string | undefined {
  const { advocate, requester } = model.about;
  switch (name) {
    case 'resubmit':
      return advocate;
    case 'nudge':
      return pick % 2 === 0 ? requester : advocate;
    case 'comment':
      return pick % 2 === 0 ? advocate : cyclic(speakers(model), pick);
    case 'return':
      return cyclic([...model.away.keys()], pick);
    case 'leave':
      return cyclic([...speakers(model), ...colleagues], pick);
    default:
      return cyclic(speakers(model), pick);
  }
}

/** Colleagues who have no place in the stage that is asked. */
function notIn(model: Model): readonly string[] {
  const sit = new Set(model.state === 'running' ? here(model).seats.flat().flatMap(voices) : []);
  return colleagues.filter((one) => !sit.has(one));
}

/** The gesture where this approval stands. `cards`: all that were ever shown. */
export function concrete(drawn: Gesture, approval: Approval, model: Model, cards: readonly Card[], now: number): Try {
  const { pick, card, words, to, only, stage: stageTo, matter: anew } = drawn;
  const name = approval.status === 'returned' && pick % 3 > 0 ? 'resubmit' : drawn.name;
  const { requester } = model.about;
  const whom = (who: string | undefined) =>
    who === 'requester' ? requester : who === 'free' ? cyclic(notIn(model), pick) : who;
  const old = card === 'old' ? cyclic(cards, pick) : undefined;
  const who = drawn.who === 'entitled' ? (old?.who ?? entitled({ ...drawn, name }, model)) : whom(drawn.who);
  const mine = cardsOf(model).filter((one) => one.who === who);
  const own = mine.find(({ shown }) => shown.place === who) ?? mine[0];
  const drawnCard = typeof card === 'string' ? {} : card;
  return {
    ...{
      name,
      words,
      hasWords: words !== undefined && /\p{L}/u.test(words),
      now,
      stage: stageTo === 'earlier' ? model.at - 1 - (pick % Math.max(1, model.at)) : stageTo,
      to: whom(to),
      only,
    },
    // Only colleagues have days to plan.
    who: name === 'leave' && (who === undefined || !colleagues.includes(who)) ? requester : who,
    shown: (card === 'true' ? own?.shown : old?.shown) ?? drawnCard,
    matter: { ...model.matter, ...anew },
    waited: someAsking(approval, drawn),
  };
}

/** All that is tried upon this one state. */
export function triesOf(
  { first, rival }: Turn,
  approval: Approval,
  model: Model,
  cards: readonly Card[],
  now: number,
): readonly Try[] {
  const one = concrete(first, approval, model, cards, now);
  if (rival === undefined) return [one];
  if (rival === 'twice') return [one, one];
  if (rival === 'contrary')
    return [one, { ...one, name: one.name === 'approve' ? 'reject' : 'approve', words: '不', hasWords: true }];
  return [one, concrete(rival, approval, model, cards, now)];
}

function actorOf(who: string | undefined): Actor {
  const person = everyone.find(({ id }) => id === who);
  return person ? by(person) : clock;
}

/** The firm as it is now, and the days that people have planned. */
export type House = { readonly firm: Firm; readonly absences: readonly Absence[] };
type No = { readonly type: string };
type AbsenceMove = {
  readonly name: 'leave' | 'return';
  readonly who: string | undefined;
  readonly to: string | undefined;
  readonly only?: Try['only'];
};

export function leftOrBack(house: House, { name, who, to, only }: AbsenceMove, now: Date): Decision<House, never, No> {
  const theirs = house.absences.filter(({ person }) => person === who);
  const open = theirs.find(({ status }) => status !== 'over');
  const days = { fromDay: '2026-11-23', untilDay: '2027-12-31', beginsAt: monday, endsAt: later(600_000) };
  const delegate = to === undefined ? {} : { delegate: to as PersonId };
  const kinds = only === undefined ? {} : { only: [only === 'this' ? research.id : review.id] };
  const wish = {
    number: `ABS-${house.absences.length}`,
    person: who as PersonId,
    ...days,
    ...delegate,
    ...kinds,
  } as const;
  if (name === 'return' && !open) return refused({ type: 'absence.none' });
  const changed = name === 'return' && open ? end(open, actorOf(who), now) : plan(wish, theirs, now, house.firm);
  if (!changed.ok) return changed;
  const others = house.absences.filter((one) => one !== open);
  return decided({ firm: withAbsence(house.firm, changed.state), absences: [...others, changed.state] });
}

type ApprovalTry = Try & { readonly name: Exclude<Name, AbsenceMove['name']> };

function ofApproval({ approval, firm: where }: Pick<World, 'approval' | 'firm'>, tried: ApprovalTry): ApprovalDecision {
  const { name, shown: card, waited: asking, matter: anew, words } = tried;
  const now = new Date(tried.now);
  const actor = actorOf(tried.who);
  const { place, ...drawn } = card;
  const shown = { ...drawn, ...(place === undefined ? {} : { place: place as PersonId }) };
  const to = tried.to as PersonId | undefined;
  const waited = { stage: asking.stage, person: asking.person as PersonId, askedAt: new Date(asking.since) };
  switch (name) {
    case 'approve':
      return approve(approval, actor, now, where, shown, words);
    case 'reject':
      return reject(approval, actor, now, shown, words);
    case 'back':
      return sendBack(approval, actor, now, where, shown, words);
    case 'back-to-stage':
      return sendBack(approval, actor, now, where, shown, words, tried.stage);
    case 'resubmit': {
      const payload: Payload = { ...approval.payload, title: anew.title, answers: answersOf(anew) };
      return resubmit(approval, actor, now, where, { payload, fingerprint: fingerprintOf(anew) });
    }
    case 'transfer':
      return transfer(approval, actor, now, where, shown, to, words);
    case 'before':
    case 'after':
      return addApprover(approval, actor, now, where, shown, to, name);
    case 'nudge':
      return nudge(approval, actor, now);
    case 'comment':
      return comment(approval, actor, now, words);
    case 'remind':
      return remind(approval, waited);
    case 'escalate':
      return escalate(approval, waited, now, where);
    case 'withdraw':
      return withdraw(approval, approval.requester, now);
  }
}

/** An approval, and the house it runs in. */
export type World = House & { readonly approval: Approval };

/** The same try by the real rules. Whoever leaves or is back: who speaks for them is found anew. */
export function done(world: World, tried: Try): Decision<World, ApprovalEvent, No> {
  const { name, who, to, only } = tried;
  if (name !== 'leave' && name !== 'return') {
    const decision = ofApproval(world, { ...tried, name });
    return decision.ok ? { ...decision, state: { ...world, approval: decision.state } } : decision;
  }
  const left = leftOrBack(world, { name, who, to, only }, new Date(tried.now));
  if (!left.ok) return left;
  const covered = coverAll([world.approval], left.state.firm)[0];
  return decided({ ...left.state, approval: covered?.state ?? world.approval }, ...(covered?.events ?? []));
}
