/** A second, plainer account of approvals for the property test: lists of people and what they have said. It asks none of the rules. */
import type { Escalation, StageRule } from '../../src/domain/firm.ts';
import { type Away, administrator, colleagues, deputyOf, heads, manager } from './approval-model-away.ts';

export type Condition =
  | { readonly field: 'budget'; readonly least: number }
  | { readonly field: 'region'; readonly is: string };
/** A person by id, or words for people. `named`: whom the form names. */
export type Who = string;
export type Sketch = {
  readonly asks: readonly Who[];
  readonly rule: StageRule;
  readonly when?: Condition | undefined;
  readonly auto?: Condition | undefined;
  readonly skip: boolean;
  readonly rests?: readonly string[] | undefined;
  readonly always: boolean;
};
export type Matter = {
  readonly title: string;
  readonly background: string;
  readonly budget?: number | undefined;
  readonly region?: string | undefined;
};
export type Case = {
  readonly sketches: readonly Sketch[];
  readonly nobody: readonly string[];
  readonly escalation: Escalation;
  readonly requester: string;
  readonly advocate: string;
  /** Who is away when it begins. */
  readonly away: readonly (readonly [string, string | undefined])[];
  readonly matter: Matter;
};

/** Somebody's turn to come: their own, of whoever it was escalated to, and of whoever stands in for them. */
export type Spot = {
  readonly person: string;
  also?: string;
  deputy?: string | undefined;
  said?: { readonly by: string; readonly yes: boolean; readonly carried: boolean };
  since?: number;
  nudged?: number;
  raised: boolean;
};
export type Part = { readonly sketch: Sketch; seats: Spot[][]; how?: string; stood: boolean };
export type Model = {
  readonly about: Case;
  readonly away: Away;
  matter: Matter;
  parts: Part[];
  state: 'running' | 'returned' | 'approved' | 'rejected' | 'withdrawn';
  at: number;
  revision: number;
  moves: string[];
};

const groups: Readonly<Record<string, readonly string[]>> = {
  staff: ['wang', 'li', 'chen', 'xu'],
  pm: ['li', 'chen'],
  management: [manager],
  admin: [administrator],
};
export const names: Readonly<Record<string, string>> = { 'Xu Ning': 'xu', Ann: 'ann', sun: 'sun', wang: 'wang' };

export function holds(condition: Condition, { budget, region }: Matter): boolean {
  return condition.field === 'budget' ? budget !== undefined && budget >= condition.least : region === condition.is;
}

export const wanted = ({ when }: Sketch, matter: Matter): boolean => when === undefined || holds(when, matter);
export const byRule = ({ auto }: Sketch, matter: Matter): boolean => auto !== undefined && holds(auto, matter);

/** Which fields differ. */
export function changed(before: Matter, after: Matter): readonly string[] {
  return (['title', 'background', 'budget', 'region'] as const).filter((field) => before[field] !== after[field]);
}

/** How many seats must say yes, of so many. */
export function needed(rule: StageRule, seats: number): number {
  return typeof rule === 'object' ? rule.atLeast : rule === 'any' ? 1 : seats;
}

function asksOf({ asks, rule }: Sketch, { requester, nobody }: Case, { background }: Matter): readonly string[] {
  const word = (who: Who): readonly string[] => {
    if (who === 'head') return [heads[requester] ?? 'li'];
    if (who === 'named') return names[background] === undefined ? [] : [names[background]];
    return groups[who] ?? [who];
  };
  const found = new Set<string>();
  const add = (people: readonly string[]): void => {
    for (const id of people) if (id !== requester && colleagues.includes(id)) found.add(id);
  };
  add(asks.flatMap(word));
  for (const more of [[manager], nobody, [administrator]]) if (found.size < needed(rule, 1)) add(more);
  return [...found];
}

export function anew(sketch: Sketch, about: Case, matter: Matter): Part {
  const seats = asksOf(sketch, about, matter).map((id): Spot[] => [{ person: id, raised: false }]);
  return { sketch, seats, stood: false, ...(wanted(sketch, matter) ? {} : { how: 'not-needed' }) };
}

export const lacksPeople = (parts: readonly Part[]): boolean =>
  parts.some(({ how, seats, sketch }) => how === undefined && seats.length < needed(sketch.rule, 1));

const isYes = (line: readonly Spot[]): boolean => line.every(({ said }) => said?.yes === true);
const isNo = (line: readonly Spot[]): boolean => line.some(({ said }) => said?.yes === false);

export function passes({ sketch, seats }: Part): boolean {
  return seats.filter(isYes).length >= needed(sketch.rule, seats.length);
}

export function fails({ sketch, seats }: Part): boolean {
  const noes = seats.filter(isNo).length;
  return typeof sketch.rule === 'object' ? seats.length - noes < sketch.rule.atLeast : noes > 0;
}

/** The spots whose turn it is. */
export function turns({ sketch, seats }: Part): Spot[] {
  const open = seats.filter((line) => !isYes(line) && !isNo(line));
  const lines = sketch.rule === 'in-order' ? open.slice(0, 1) : open;
  return lines.flatMap((line) => line.find(({ said }) => said === undefined) ?? []);
}

export function here({ parts, at }: Model): Part {
  const part = parts[at];
  if (!part) throw new Error('there is no such stage');
  return part;
}

export function voices({ person, also, deputy }: Spot): readonly string[] {
  return [person, also, deputy].filter((one) => one !== undefined);
}

export function speakers(model: Model): readonly string[] {
  return model.state === 'running' ? turns(here(model)).flatMap(voices) : [];
}

/** Whoever is away when their turn comes is spoken for. */
export function ask({ about, away }: Model, part: Part, now: number): void {
  for (const spot of turns(part).filter(({ since }) => since === undefined)) {
    spot.since = now;
    spot.deputy = deputyOf(spot.person, about.requester, away);
  }
}

function carry(part: Part, earlier: readonly Part[]): void {
  const spots = earlier.filter(({ stood }) => !stood).flatMap(({ seats }) => seats.flat());
  const before = new Set(spots.filter(({ said }) => said?.yes).map(({ said }) => said?.by));
  for (const spot of part.seats.flat())
    if (!spot.said && before.has(spot.person)) spot.said = { by: spot.person, yes: true, carried: true };
}

export function goOn(model: Model, now: number): void {
  for (const [n, part] of model.parts.entries()) {
    if (part.how !== undefined) continue;
    if (byRule(part.sketch, model.matter)) part.how = 'by-rule';
    else if (part.sketch.skip) carry(part, model.parts.slice(0, n));
    if (part.how === undefined && passes(part)) part.how = 'already-approved';
    if (part.how !== undefined) continue;
    Object.assign(model, { state: 'running', at: n });
    ask(model, part, now);
    return;
  }
  model.state = 'approved';
}

/** Undefined: it cannot begin. */
export function begin(about: Case, now: number): Model | undefined {
  const parts = about.sketches.map((sketch) => anew(sketch, about, about.matter));
  if (parts.every(({ how }) => how === 'not-needed') || lacksPeople(parts)) return undefined;
  const model: Model = {
    ...{ about, away: new Map(about.away), matter: about.matter, parts },
    ...{ state: 'running', at: 0, revision: 1, moves: [] },
  };
  goOn(model, now);
  return model;
}
