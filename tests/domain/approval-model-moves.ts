/** Which moves the plain account grants, and what becomes of it then. */
import {
  anew,
  ask,
  byRule,
  changed,
  fails,
  goOn,
  here,
  lacksPeople,
  type Matter,
  type Model,
  type Part,
  passes,
  type Spot,
  speakers,
  turns,
  voices,
  wanted,
} from './approval-model.ts';
import { colleagues, deputyOf, heads, manager } from './approval-model-away.ts';

const NUDGE_MS = 4 * 3_600_000;

export type Name =
  | 'approve'
  | 'reject'
  | 'back'
  | 'back-to-stage'
  | 'resubmit'
  | 'transfer'
  | 'before'
  | 'after'
  | 'nudge'
  | 'comment'
  | 'remind'
  | 'escalate'
  | 'withdraw'
  | 'leave'
  | 'return';

/** What somebody tries, all of it; what a move does not need it does not read. `who`: none is the clock. */
export type Try = {
  readonly name: Name;
  readonly who: string | undefined;
  readonly shown: { readonly revision?: number; readonly stage?: number; readonly place?: string };
  readonly words: string | undefined;
  /** Whether they are more than nothing. */
  readonly hasWords: boolean;
  readonly to: string | undefined;
  /** Whoever stands in does so in what is asked here, or in something else; in everything when it is not said. */
  readonly only: 'this' | 'else' | undefined;
  readonly stage: number;
  readonly matter: Matter;
  readonly waited: { readonly stage: number; readonly person: string; readonly since: number };
  readonly now: number;
};

function voice(model: Model, { who, shown }: Try): Spot | undefined {
  if (model.state !== 'running' || who === undefined || who === model.about.requester) return undefined;
  if ((shown.revision ?? model.revision) !== model.revision || (shown.stage ?? model.at) !== model.at) return undefined;
  const theirs = turns(here(model)).filter((spot) => voices(spot).includes(who));
  return shown.place === undefined
    ? (theirs.find(({ person }) => person === who) ?? theirs[0])
    : theirs.find(({ person }) => person === shown.place);
}

function sits(part: Part, who: string): boolean {
  return part.seats.flat().some((spot) => voices(spot).includes(who) || spot.said?.by === who);
}

function replace(part: Part, spot: Spot, ...line: readonly Spot[]): void {
  part.seats = part.seats.map((one) => one.flatMap((other) => (other === spot ? line : [other])));
}

function speak(model: Model, move: Try, spot: Spot): boolean {
  const { name, who = '', hasWords, to, stage, now } = move;
  const part = here(model);
  const told = (type: string): true => {
    model.moves.push(spot.person === who ? `${type} ${who}` : `${type} ${who} for ${spot.person}`);
    return true;
  };
  switch (name) {
    case 'approve':
      spot.said = { by: who, yes: true, carried: false };
      if (passes(part)) {
        part.how = 'passed';
        goOn(model, now);
      } else ask(model, part, now);
      return told('approved');
    case 'reject':
      if (!hasWords) return false;
      spot.said = { by: who, yes: false, carried: false };
      if (fails(part)) model.state = 'rejected';
      return told(fails(part) ? 'rejected' : 'opposed');
    case 'back':
      if (!hasWords) return false;
      model.state = 'returned';
      return told('sent-back');
    case 'back-to-stage': {
      const target = stage < model.at ? model.parts[stage] : undefined;
      if (!hasWords || !target || target.how === 'not-needed') return false;
      for (const one of model.parts.slice(stage, model.at + 1)) {
        if (one.how === 'not-needed') continue;
        one.seats = one.seats.map((line) => line.map(({ person }) => ({ person, raised: false })));
        one.stood = false;
        delete one.how;
      }
      model.at = stage;
      ask(model, target, now);
      return told('sent-back');
    }
    default: {
      if (to === undefined || to === who || !colleagues.includes(to)) return false;
      if (to === model.about.requester || sits(part, to)) return false;
      const more: Spot = { person: to, raised: false };
      if (name === 'transfer') replace(part, spot, more);
      else if (name === 'after') replace(part, spot, spot, more);
      else {
        delete spot.since;
        replace(part, spot, more, spot);
      }
      ask(model, part, now);
      return told(name === 'transfer' ? 'transferred' : 'added');
    }
  }
}

function comesAgain(model: Model, { who, matter, now }: Try): boolean {
  if (model.state !== 'returned' || who !== model.about.advocate) return false;
  const differs = changed(model.matter, matter);
  const parts = model.parts.map((part): Part => {
    const { sketch, how } = part;
    const gone = how === undefined || how === 'not-needed' || sketch.always || !wanted(sketch, matter);
    const untrue = how === 'by-rule' && !byRule(sketch, matter);
    const touched = differs.some((field) => sketch.rests?.includes(field) ?? true);
    if (gone || untrue || touched) return anew(sketch, model.about, matter);
    return { ...part, stood: part.stood || differs.length > 0 };
  });
  if (lacksPeople(parts)) return false;
  Object.assign(model, { parts, matter, revision: model.revision + 1 });
  model.moves.push(`resubmitted ${who}`);
  goOn(model, now);
  return true;
}

function nudges(model: Model, { who, now }: Try): boolean {
  const { requester, advocate } = model.about;
  if (model.state !== 'running' || who === undefined || ![requester, advocate].includes(who)) return false;
  const due = turns(here(model)).filter(({ nudged }) => nudged === undefined || now - nudged >= NUDGE_MS);
  for (const spot of due) spot.nudged = now;
  return due.length > 0;
}

function comments(model: Model, { who, hasWords }: Try): boolean {
  const { requester, advocate } = model.about;
  const open = model.state === 'running' || model.state === 'returned';
  if (!open || !hasWords || who === undefined || !colleagues.includes(who)) return false;
  if (![requester, advocate, ...speakers(model)].includes(who)) return false;
  model.moves.push(`commented ${who}`);
  return true;
}

/** The spot a timer was set for, if it still waits. */
function awaited(model: Model, { waited }: Try): Spot | undefined {
  if (model.state !== 'running' || model.at !== waited.stage) return undefined;
  return turns(here(model)).find(({ person, since }) => person === waited.person && since === waited.since);
}

function escalates(model: Model, move: Try): boolean {
  const spot = awaited(model, move);
  if (!spot || spot.raised) return false;
  const { requester, escalation } = model.about;
  const slow = spot.person;
  const higher = [heads[slow] ?? manager, manager].find((id) => id !== requester && !sits(here(model), id));
  if (higher === undefined) return false;
  // Whoever holds it instead may be away themselves.
  const deputy = deputyOf(higher, requester, model.away);
  if (escalation === 'add') Object.assign(spot, { also: higher, raised: true });
  else replace(here(model), spot, { person: higher, deputy, since: move.now, raised: true });
  model.moves.push(`escalated ${slow}`);
  return true;
}

function covers(model: Model): true {
  if (model.state !== 'running') return true;
  for (const spot of turns(here(model))) spot.deputy = deputyOf(spot.person, model.about.requester, model.away);
  return true;
}

function leaves(model: Model, { who, to, only }: Try): boolean {
  if (who === undefined || model.away.has(who) || to === who) return false;
  if (to === undefined ? only !== undefined : !colleagues.includes(to)) return false;
  model.away.set(who, only === 'else' ? undefined : to);
  return covers(model);
}

/** Whether it is granted; then the model has changed, and only then. */
export function grants(model: Model, move: Try): boolean {
  switch (move.name) {
    case 'resubmit':
      return comesAgain(model, move);
    case 'nudge':
      return nudges(model, move);
    case 'comment':
      return comments(model, move);
    case 'remind':
      return awaited(model, move) !== undefined;
    case 'escalate':
      return escalates(model, move);
    case 'leave':
      return leaves(model, move);
    case 'return':
      return move.who !== undefined && model.away.delete(move.who) && covers(model);
    case 'withdraw': {
      const open = model.state === 'running' || model.state === 'returned';
      if (open) model.state = 'withdrawn';
      return open;
    }
    default: {
      const spot = voice(model, move);
      return spot !== undefined && speak(model, move, spot);
    }
  }
}
