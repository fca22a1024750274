/** Being away: from a day to a day, with somebody who speaks in one's stead. */
import type { Actor } from './actor.ts';
import { decided, type Decision, refused } from './decision.ts';
import type { Firm, PersonId } from './firm.ts';
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
} & (
  | { readonly status: 'planned' | 'away' }
  /** By itself, or by coming back earlier. */
  | { readonly status: 'over'; readonly overAt: Date }
);

export type AbsenceEvent =
  | { readonly type: 'absence.planned'; readonly by: PersonId; readonly delegate?: PersonId }
  | { readonly type: 'absence.began'; readonly delegate?: PersonId }
  | { readonly type: 'absence.ended'; readonly by?: PersonId };

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
  | { readonly type: 'absence.nothing-due' };

type AbsenceDecision = Decision<Absence, AbsenceEvent, AbsenceRefusal>;

export type Wish = { readonly from: string; readonly until: string; readonly delegate: string };

/** `2026-10-01..2026-10-08 @person`; the second day and the person may be left out. */
export function readWish(words: string): Wish {
  const [, from = '', until = '', rest = ''] =
    /^\s*([\d-]*)(?:\s*(?:\.\.|~|～|至|到|-{2}|—)\s*([\d-]+))?\s*(.*)$/su.exec(words.normalize('NFKC')) ?? [];
  return { from, until: until === '' ? from : until, delegate: rest.replace(/^@/, '').trim() };
}

/** A colleague as they are called: by name, by id, or by an account of theirs. */
export function colleagueCalled(words: string, firm: Firm): PersonId | undefined {
  const called = words.normalize('NFKC').trim().toLowerCase();
  const found = [...firm.people.values()].find(
    ({ id, kind, name, accounts }) =>
      kind === 'staff' &&
      [id, name, ...accounts.map((account) => account.id)].some(
        (one) => one.normalize('NFKC').toLowerCase() === called,
      ),
  );
  return found?.id;
}

export type Plan = Pick<Absence, 'number' | 'person' | 'fromDay' | 'untilDay' | 'beginsAt' | 'endsAt' | 'delegate'>;

/** `others`: what the person has planned already. */
export function plan(wish: Plan, others: readonly Absence[], now: Date, firm: Firm): AbsenceDecision {
  const { person, delegate, fromDay, untilDay } = wish;
  if (untilDay < fromDay) return refused({ type: 'absence.days-turned', field: 'until' });
  if (wish.endsAt <= now) return refused({ type: 'absence.days-past', field: 'until' });
  const open = others.filter(({ status }) => status !== 'over');
  const clash = open.find((other) => other.fromDay <= untilDay && fromDay <= other.untilDay);
  if (clash) {
    const { fromDay: from, untilDay: until } = clash;
    return refused({ type: 'absence.overlaps', field: 'from', fromDay: from, untilDay: until });
  }
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
  if (absence.status === 'over') return refused({ type: 'absence.nothing-due' });
  if (by.kind === 'person' && by.person.id !== absence.person) return refused({ type: 'absence.not-yours' });
  return decided<Absence, AbsenceEvent>(
    { ...absence, status: 'over', overAt: now },
    { type: 'absence.ended', ...(by.kind === 'person' ? { by: by.person.id } : {}) },
  );
}

/** A chain of delegates is followed no further than this: somebody up the line decides then. */
const LONGEST_CHAIN = 5;

/**
 * Who speaks for somebody now: whom they have named; whoever those have named, when they are away too; then the head of their department,
 * then management. Never whoever asked: a delegation must not let anybody decide about their own request. None while they are here.
 */
export function standInFor(person: PersonId, requester: PersonId, firm: Firm): PersonId | undefined {
  const { away } = firm;
  const absence = away.get(person);
  if (!absence) return undefined;
  const may = (one: PersonId | undefined): one is PersonId =>
    one !== undefined && one !== person && one !== requester && firm.people.get(one)?.kind === 'staff';
  let next = absence.delegate;
  for (let links = 0; next !== undefined && links < LONGEST_CHAIN; links += 1) {
    const also = away.get(next);
    if (!also) break;
    next = also.delegate;
  }
  if (may(next) && !away.has(next)) return next;
  const department = firm.people.get(person)?.department;
  const head = department === undefined ? undefined : firm.departments.get(department)?.head;
  const management = [...firm.people.values()].filter(({ roles }) => roles.includes('management'));
  return [head, ...management.map(({ id }) => id)].find((one) => may(one) && !away.has(one));
}

/** The firm as it is once somebody has left for a while, or come back. */
export function withAbsence(firm: Firm, { person, status, delegate }: Absence): Firm {
  const away = new Map(firm.away);
  if (status === 'away') away.set(person, delegate === undefined ? {} : { delegate });
  else away.delete(person);
  return { ...firm, away };
}
