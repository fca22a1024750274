/** A weekly progress report: one per person and ISO week, asked in the person's own time. */
import type { Actor } from './actor.ts';
import { decided, type Decision, given, refused } from './decision.ts';
import type { Firm, Person } from './firm.ts';
import type { DepartmentId, PersonId } from './ids.ts';
import type { RecordNumber } from './numbers.ts';
import type { IsoWeek } from './zoned-time.ts';

export const healths = ['on-track', 'at-risk', 'off-track'] as const;
export type Health = (typeof healths)[number];

export type ProgressWords = {
  readonly done: string;
  readonly next?: string;
  readonly blocked?: string;
  readonly risk?: string;
  readonly health: Health;
};

type Always = {
  readonly kind: 'progress';
  readonly number: RecordNumber<'progress'>;
  readonly person: PersonId;
  /** Whose head is shown the answers. */
  readonly department?: DepartmentId;
  readonly week: IsoWeek;
  readonly openedAt: Date;
};

export type Progress = Always &
  (
    | { readonly status: 'asked' }
    | {
        readonly status: 'submitted';
        readonly words: ProgressWords;
        readonly submittedAt: Date;
        readonly late: boolean;
      }
    | { readonly status: 'skipped'; readonly skippedAt: Date }
    | { readonly status: 'missed'; readonly missedAt: Date }
  );

export type ProgressEvent =
  /** The person opened the form before they were asked. */
  | { readonly type: 'progress.opened'; readonly by: PersonId }
  | { readonly type: 'progress.asked' }
  | { readonly type: 'progress.reminded' }
  | { readonly type: 'progress.submitted'; readonly by: PersonId }
  | { readonly type: 'progress.skipped'; readonly by: PersonId }
  | { readonly type: 'progress.missed' };

export type ProgressRefusal =
  | { readonly type: 'progress.not-found' }
  | { readonly type: 'progress.not-yours' }
  | { readonly type: 'progress.not-asked-of-you' }
  | { readonly type: 'progress.words-missing'; readonly field: 'done' | 'health' }
  | { readonly type: 'progress.already'; readonly status: Progress['status'] }
  | { readonly type: 'progress.nothing-due' };

type ProgressDecision = Decision<Progress, ProgressEvent, ProgressRefusal>;

/** Who reports: people who work on engagements. Management reads, it is not asked. */
export function reports(person: Person): boolean {
  return person.kind === 'staff' && person.roles.some((role) => role === 'staff' || role === 'pm');
}

/** One per person and week, whoever opens it first: the clock or the person. */
export function progressKey(person: PersonId, week: IsoWeek): string {
  return `progress:${person}:${week}`;
}

function opened(number: RecordNumber<'progress'>, person: Person, week: IsoWeek, now: Date): Always {
  const department = person.department === undefined ? {} : { department: person.department };
  return { kind: 'progress', number, person: person.id, ...department, week, openedAt: now };
}

/** Asked by the clock; a report that the person has opened but not sent is asked for all the same. */
export function askForProgress(
  number: RecordNumber<'progress'>,
  person: Person,
  week: IsoWeek,
  now: Date,
): ProgressDecision {
  if (!reports(person)) return refused({ type: 'progress.not-asked-of-you' });
  return decided({ ...opened(number, person, week, now), status: 'asked' }, { type: 'progress.asked' });
}

export function askAgain(progress: Progress): ProgressDecision {
  if (progress.status !== 'asked') return refused({ type: 'progress.already', status: progress.status });
  return decided(progress, { type: 'progress.asked' });
}

/** Opened by the person: nothing needs to be asked of them, the form is the answer. */
export function openProgress(
  number: RecordNumber<'progress'>,
  person: Person,
  week: IsoWeek,
  now: Date,
): ProgressDecision {
  if (!reports(person)) return refused({ type: 'progress.not-asked-of-you' });
  return decided({ ...opened(number, person, week, now), status: 'asked' }, { type: 'progress.opened', by: person.id });
}

/** Reminded once, only while it is owed. */
export function remind(progress: Progress): ProgressDecision {
  return progress.status === 'asked'
    ? decided(progress, { type: 'progress.reminded' })
    : refused({ type: 'progress.nothing-due' });
}

export type ProgressAnswer = {
  readonly done?: string | undefined;
  readonly next?: string | undefined;
  readonly blocked?: string | undefined;
  readonly risk?: string | undefined;
  readonly health?: Health | undefined;
};

function wordsOf(answer: ProgressAnswer): ProgressWords | ProgressRefusal {
  const done = given(answer.done);
  if (done === undefined) return { type: 'progress.words-missing', field: 'done' };
  if (answer.health === undefined) return { type: 'progress.words-missing', field: 'health' };
  const [next, blocked, risk] = [given(answer.next), given(answer.blocked), given(answer.risk)];
  return {
    ...{ done, health: answer.health },
    ...(next === undefined ? {} : { next }),
    ...(blocked === undefined ? {} : { blocked }),
    ...(risk === undefined ? {} : { risk }),
  };
}

function always(progress: Progress): Always {
  const { kind, number, person, department, week, openedAt } = progress;
  return { kind, number, person, week, openedAt, ...(department === undefined ? {} : { department }) };
}

/** An answer may be given again and replaces the one before; after the grace it is accepted and marked late. */
export function submitProgress(progress: Progress, by: Actor, now: Date, answer: ProgressAnswer): ProgressDecision {
  if (by.kind !== 'person' || by.person.id !== progress.person) return refused({ type: 'progress.not-yours' });
  const words = wordsOf(answer);
  if ('type' in words) return refused(words);
  const late = progress.status === 'missed' || (progress.status === 'submitted' && progress.late);
  return decided(
    { ...always(progress), status: 'submitted', words, submittedAt: now, late },
    { type: 'progress.submitted', by: by.person.id },
  );
}

export function skipProgress(progress: Progress, by: Actor, now: Date): ProgressDecision {
  if (by.kind !== 'person' || by.person.id !== progress.person) return refused({ type: 'progress.not-yours' });
  if (progress.status !== 'asked') return refused({ type: 'progress.already', status: progress.status });
  return decided(
    { ...always(progress), status: 'skipped', skippedAt: now },
    { type: 'progress.skipped', by: by.person.id },
  );
}

export function missProgress(progress: Progress, now: Date): ProgressDecision {
  if (progress.status !== 'asked') return refused({ type: 'progress.nothing-due' });
  return decided({ ...always(progress), status: 'missed', missedAt: now }, { type: 'progress.missed' });
}

/** The reports of one week by what became of them. */
export type WeekOfReports = {
  readonly answered: readonly (Progress & { readonly status: 'submitted' })[];
  readonly missing: readonly PersonId[];
  readonly skipped: readonly PersonId[];
};

/** Always by name, so that people stand in the same order wherever the week is told. */
export function weekOfReports(reports: readonly Progress[], firm: Firm): WeekOfReports {
  const name = ({ person }: Progress): string => firm.people.get(person)?.name ?? person;
  const byName = reports.toSorted(
    (a, b) => name(a).localeCompare(name(b), firm.locale) || a.person.localeCompare(b.person),
  );
  const who = (...statuses: readonly Progress['status'][]): readonly PersonId[] =>
    byName.filter(({ status }) => statuses.includes(status)).map(({ person }) => person);
  return {
    answered: byName.filter((report) => report.status === 'submitted'),
    missing: who('asked', 'missed'),
    skipped: who('skipped'),
  };
}

/** Who reads a department's answers: its head; the answers of people without a department go to nobody but themselves. */
export function readerOf(department: DepartmentId | undefined, firm: Firm): PersonId | undefined {
  return department === undefined ? undefined : firm.departments.get(department)?.head;
}
