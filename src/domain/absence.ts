/** Being away: from a day to a day, with somebody who speaks in one's stead. */
import type { Actor } from './actor.ts';
import { type Decided, decided, type Decision, refused } from './decision.ts';
import { aboveOf, type Deputed, type Firm } from './firm.ts';
import type { PersonId, ServiceId } from './ids.ts';
import type { Localized } from './language.ts';
import type { RecordNumber } from './numbers.ts';

export type Absence = {
  readonly kind: 'absence';
  readonly number: RecordNumber<'absence'>;
  readonly person: PersonId;
  /** Calendar days in the person's own zone, both included. */
  readonly fromDay: string;
  readonly untilDay: string;
  /** The first moment of the first day, and the first after the last. */
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly delegate?: PersonId;
  /** The delegate speaks in what concerns these services only; in the rest, those up the line do. */
  readonly only?: readonly ServiceId[];
} & (
  | { readonly status: 'planned' | 'away' }
  /** By itself, or by coming back earlier. */
  | { readonly status: 'over'; readonly overAt: Date }
  /** Taken back before its first day. */
  | { readonly status: 'cancelled'; readonly overAt: Date }
);

export type AbsenceEvent =
  | { readonly type: 'absence.planned'; readonly by: PersonId; readonly delegate?: PersonId }
  | { readonly type: 'absence.began'; readonly delegate?: PersonId }
  /** `left`: not because they are back. */
  | { readonly type: 'absence.ended'; readonly by?: PersonId; readonly left?: true }
  | { readonly type: 'absence.cancelled'; readonly by: PersonId };

export type AbsenceRefusal =
  | { readonly type: 'absence.not-found' }
  | { readonly type: 'absence.not-yours' }
  /** There is nothing to come back from. */
  | { readonly type: 'absence.none' }
  | { readonly type: 'absence.days-unclear'; readonly field: 'from' }
  | { readonly type: 'absence.days-turned'; readonly field: 'until' }
  | { readonly type: 'absence.days-past'; readonly field: 'until' }
  | { readonly type: 'absence.overlaps'; readonly field: 'from'; readonly fromDay: string; readonly untilDay: string }
  | { readonly type: 'absence.delegate-unknown'; readonly field: 'delegate' }
  | { readonly type: 'absence.delegate-yourself'; readonly field: 'delegate' }
  /** Kinds were named, and nobody for them. */
  | { readonly type: 'absence.delegate-missing'; readonly field: 'delegate' }
  | { readonly type: 'absence.kind-unknown'; readonly field: 'only'; readonly kind: string }
  | { readonly type: 'absence.nothing-due' };

type AbsenceDecision = Decision<Absence, AbsenceEvent, AbsenceRefusal>;

export type Wish = { readonly from: string; readonly until: string; readonly delegate: string; readonly only: string };

/** `2026-10-01..2026-10-08 @person only this, that`; all but the first day may be left out. */
export function readWish(words: string): Wish {
  const dated = words
    .normalize('NFKC')
    .replace(/(\d{4})[年/.](\d{1,2})[月/.](\d{1,2})日?/g, (_, year: string, month: string, day: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    );
  const [, from = '', until = '', rest = ''] =
    /^\s*([\d-]*)(?:\s*(?:\.\.|~|至|到|-{2}|—|–|\s-\s|\s(?:to|until)\s)\s*([\d-]+))?\s*(.*)$/isu.exec(dated) ?? [];
  const [, delegate = '', only = ''] = /^@?(.*?)(?:\s*(?:仅限?|只限?|\bonly\b)\s*:?\s*(.+))?$/isu.exec(rest) ?? [];
  return { from, until: until === '' ? from : until, delegate: delegate.trim(), only: only.trim() };
}

/** The services named in a list, by a name of theirs or by id; or the first word that names none. */
export function servicesCalled(list: string, firm: Firm): readonly ServiceId[] | { readonly unknown: string } {
  const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const called = list.split(/[,，、;；]/u).map(folded);
  const found: ServiceId[] = [];
  for (const word of called.filter((one) => one !== '')) {
    const service = [...firm.services.values()].find(({ id, name }) =>
      [id, ...Object.values(name)].some((one) => folded(one) === word),
    );
    if (!service) return { unknown: word };
    found.push(service.id);
  }
  return found;
}

/** A colleague as they are called: by name, by id, or by an account of theirs. */
export function colleagueCalled(words: string, firm: Firm): PersonId | undefined {
  const called = words.normalize('NFKC').trim().toLowerCase();
  const found = [...firm.people.values()].filter(
    ({ id, kind, name, accounts }) =>
      kind === 'staff' &&
      [id, name, ...accounts.map((account) => account.id)].some(
        (one) => one.normalize('NFKC').toLowerCase() === called,
      ),
  );
  // Two of one name are told apart by an account or an id; a guess would hand somebody's work to the wrong one.
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Planned, or going on. */
export function isOpen({ status }: Absence): boolean {
  return status === 'planned' || status === 'away';
}

/** The absence that covers a moment, if one does. */
export function absenceAt(absences: readonly Absence[], now: Date): Absence | undefined {
  return absences.find((one) => isOpen(one) && one.beginsAt <= now && now < one.endsAt);
}

export type Plan = Pick<
  Absence,
  'number' | 'person' | 'fromDay' | 'untilDay' | 'beginsAt' | 'endsAt' | 'delegate' | 'only'
>;

/** `others`: what the person has planned already. */
export function plan(wish: Plan, others: readonly Absence[], now: Date, firm: Firm): AbsenceDecision {
  const { person, delegate, fromDay, untilDay } = wish;
  if (untilDay < fromDay) return refused({ type: 'absence.days-turned', field: 'until' });
  if (wish.endsAt <= now) return refused({ type: 'absence.days-past', field: 'until' });
  const open = others.filter(isOpen);
  const clash = open.find((other) => other.fromDay <= untilDay && fromDay <= other.untilDay);
  if (clash) {
    const { fromDay: from, untilDay: until } = clash;
    return refused({ type: 'absence.overlaps', field: 'from', fromDay: from, untilDay: until });
  }
  if (delegate === undefined && wish.only !== undefined)
    return refused({ type: 'absence.delegate-missing', field: 'delegate' });
  if (delegate === person) return refused({ type: 'absence.delegate-yourself', field: 'delegate' });
  if (delegate !== undefined && firm.people.get(delegate)?.kind !== 'staff')
    return refused({ type: 'absence.delegate-unknown', field: 'delegate' });
  const told = delegate === undefined ? {} : { delegate };
  const planned: AbsenceEvent = { type: 'absence.planned', by: person, ...told };
  const began: AbsenceEvent = { type: 'absence.began', ...told };
  return wish.beginsAt <= now
    ? decided<Absence, AbsenceEvent>({ kind: 'absence', ...wish, status: 'away' }, planned, began)
    : decided<Absence, AbsenceEvent>({ kind: 'absence', ...wish, status: 'planned' }, planned);
}

export function begin(absence: Absence): AbsenceDecision {
  if (absence.status !== 'planned') return refused({ type: 'absence.nothing-due' });
  const { delegate } = absence;
  return decided<Absence, AbsenceEvent>(
    { ...absence, status: 'away' },
    { type: 'absence.began', ...(delegate === undefined ? {} : { delegate }) },
  );
}

/** By the clock when its last day is over, or earlier by the person. */
export function end(absence: Absence, by: Actor, now: Date): AbsenceDecision {
  if (!isOpen(absence)) return refused({ type: 'absence.nothing-due' });
  if (by.kind === 'person' && by.person.id !== absence.person) return refused({ type: 'absence.not-yours' });
  if (absence.status === 'planned' && by.kind === 'person')
    return decided<Absence, AbsenceEvent>(
      { ...absence, status: 'cancelled', overAt: now },
      { type: 'absence.cancelled', by: by.person.id },
    );
  return decided<Absence, AbsenceEvent>(
    { ...absence, status: 'over', overAt: now },
    { type: 'absence.ended', ...(by.kind === 'person' ? { by: by.person.id } : {}) },
  );
}

/** Whoever has left the firm is away from nothing any more. */
export function endWithLeaving(absence: Absence, now: Date): Decided<Absence, AbsenceEvent> {
  return decided<Absence, AbsenceEvent>(
    { ...absence, status: 'over', overAt: now },
    { type: 'absence.ended', left: true },
  );
}

/** A chain of delegates is followed no further than this: somebody up the line decides then. */
const LONGEST_CHAIN = 5;

/**
 * Who speaks for somebody now, about one service: whom they have named for it; whoever those have named, when they are away too; then the
 * head of their department, then management, then the administrators. Never whoever asked: a delegation must not let anybody decide about
 * their own request. None while they are here.
 */
export function standInFor(
  person: PersonId,
  requester: PersonId,
  firm: Firm,
  service?: ServiceId,
): PersonId | undefined {
  const { away } = firm;
  const named = ({ delegate, only }: Deputed): PersonId | undefined =>
    only === undefined || (service !== undefined && only.includes(service)) ? delegate : undefined;
  const absence = away.get(person);
  if (!absence) return undefined;
  const may = (one: PersonId | undefined): one is PersonId =>
    one !== undefined &&
    one !== person &&
    one !== requester &&
    firm.people.get(one)?.kind === 'staff' &&
    !away.has(one);
  let next = named(absence);
  for (let links = 0; next !== undefined && links < LONGEST_CHAIN; links += 1) {
    const also = away.get(next);
    if (!also) break;
    next = named(also);
  }
  return may(next) ? next : aboveOf(person, firm).find(may);
}

/** The firm as it is once somebody has left for a while, or come back. */
export function withAbsence(firm: Firm, absence: Absence): Firm {
  const { person, status } = absence;
  const away = new Map(firm.away);
  if (status === 'away') away.set(person, deputedBy(absence));
  else away.delete(person);
  return { ...firm, away };
}

/** Whom an absence names, and for what. */
export function deputedBy({ delegate, only }: Absence): Deputed {
  return { ...(delegate === undefined ? {} : { delegate }), ...(only === undefined ? {} : { only }) };
}

/** The services a delegate speaks in, by name, where not in all. */
export type Kinds = { readonly kinds?: readonly Localized[] };

export function kindsOf({ only }: Deputed, firm: Firm): Kinds {
  return only === undefined ? {} : { kinds: only.flatMap((id) => firm.services.get(id)?.name ?? []) };
}
