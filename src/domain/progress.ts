/** A progress report: one per cycle, person and period, asked in the person's own time. */
import type { Absence } from './absence.ts';
import type { Actor } from './actor.ts';
import { dueOf, nextAsk } from './asking.ts';
import { calendarOf } from './calendars.ts';
import { type Cycle, cycleCalled, type CycleId, isAsked, type Period, planOf, subjectOf } from './cycle.ts';
import { decided, type Decision, refused } from './decision.ts';
import type { Firm, Person } from './firm.ts';
import type { PersonId } from './ids.ts';
import type { Localized } from './language.ts';
import type { RecordNumber } from './numbers.ts';
import { type ProgressAnswer, type ProgressWords, type Question, wordsOf } from './progress-words.ts';
import type { Template } from './project.ts';

/** What a report is about. Kept as it was called when it was opened: a project may leave the firm file before its reports do. */
export type About = {
  readonly cycle: CycleId;
  readonly template: Template;
  readonly period: Period;
  /** The project's name; absent where a department asks. */
  readonly project?: string;
  readonly milestone?: Localized;
};

type Always = About & {
  readonly kind: 'progress';
  readonly number: RecordNumber<'progress'>;
  readonly person: PersonId;
  readonly openedAt: Date;
};

export type Progress = Always &
  /** `dueAt`: when the grace is over; absent while only the person themselves has opened it. */
  (
    | { readonly status: 'asked'; readonly dueAt?: Date }
    | {
        readonly status: 'submitted';
        readonly words: ProgressWords;
        readonly submittedAt: Date;
        readonly late: boolean;
      }
    | { readonly status: 'skipped'; readonly skippedAt: Date }
    | { readonly status: 'missed'; readonly missedAt: Date }
    /** Away until a day, or no longer of the firm, the project or the department. */
    | { readonly status: 'excused'; readonly excusedAt: Date; readonly untilDay?: string }
  );

export type ProgressEvent =
  /** The person opened the form before they were asked. */
  | { readonly type: 'progress.opened'; readonly by: PersonId }
  | { readonly type: 'progress.asked' }
  | { readonly type: 'progress.reminded' }
  | { readonly type: 'progress.submitted'; readonly by: PersonId }
  | { readonly type: 'progress.skipped'; readonly by: PersonId }
  | { readonly type: 'progress.missed' }
  | { readonly type: 'progress.excused' };

export type ProgressRefusal =
  | { readonly type: 'progress.not-found' }
  | { readonly type: 'progress.not-yours' }
  | { readonly type: 'progress.not-asked-of-you' }
  | { readonly type: 'progress.words-missing'; readonly field: Question | 'health' }
  | { readonly type: 'progress.already'; readonly status: Progress['status'] }
  /** The digest has gone out, or the next report has been asked for. */
  | { readonly type: 'progress.closed'; readonly sentAt?: Date; readonly nextAt?: Date }
  | { readonly type: 'progress.future'; readonly week: string }
  | { readonly type: 'progress.none-of-week'; readonly week: string }
  | { readonly type: 'progress.none-yet' }
  | { readonly type: 'progress.project-unknown'; readonly project: string }
  | { readonly type: 'progress.not-yours-to-see' }
  /** The clock's: the firm file asks for these reports no more. */
  | { readonly type: 'progress.cycle-gone' }
  /** The clock's: whoever is away is not reminded. */
  | { readonly type: 'progress.on-leave' }
  | { readonly type: 'progress.nothing-due' };

type ProgressDecision = Decision<Progress, ProgressEvent, ProgressRefusal>;

/** One per cycle, person and period, whoever opens it first: the clock or the person. What a department asks every week needs no cycle to be told. */
export function progressKey(cycle: CycleId, person: PersonId, period: Period): string {
  const of = subjectOf(cycle);
  const isOwnWeek = 'department' in of && (of.department as string) === cycle;
  return isOwnWeek ? `progress:${person}:${period}` : `progress:${cycle}:${person}:${period}`;
}

/** Who is to report on what. */
export type Subject = { readonly person: Person; readonly cycle: Cycle; readonly period: Period };

/** The moment, the firm, and the absence of the person that covers it. */
export type Moment = { readonly now: Date; readonly firm: Firm; readonly leave?: Absence | undefined };

export function aboutOf({ id, of, cadence: { template } }: Cycle, period: Period, firm: Firm): About {
  const project = 'project' in of ? firm.projects.get(of.project) : undefined;
  const milestone = template === 'milestone' ? project?.milestones.find((one) => one.id === period) : undefined;
  return {
    ...{ cycle: id, template, period },
    ...(project ? { project: project.name } : {}),
    ...(milestone ? { milestone: milestone.name } : {}),
  };
}

function opened(number: RecordNumber<'progress'>, { person, cycle, period }: Subject, { now, firm }: Moment): Always {
  return { kind: 'progress', number, person: person.id, ...aboutOf(cycle, period, firm), openedAt: now };
}

function asking(always: Always, { person, cycle, period }: Subject, { now, firm, leave }: Moment): ProgressDecision {
  if (leave) return excuse(always, now, leave);
  const dueAt = dueOf(planOf(cycle, firm), period, now, calendarOf(person.id, firm));
  return decided({ ...always, status: 'asked', dueAt }, { type: 'progress.asked' });
}

/** Leave is excused, not missed: nobody is asked while they are away. */
function excuse(always: Always, now: Date, leave?: Absence): ProgressDecision {
  const until = leave ? { untilDay: leave.untilDay } : {};
  return decided({ ...always, status: 'excused', excusedAt: now, ...until }, { type: 'progress.excused' });
}

/** Asked by the clock. */
export function askForProgress(number: RecordNumber<'progress'>, subject: Subject, moment: Moment): ProgressDecision {
  if (!isAsked(subject.person, subject.cycle, moment.firm)) return refused({ type: 'progress.not-asked-of-you' });
  return asking(opened(number, subject, moment), subject, moment);
}

/** A report that the person has opened but not sent is asked for all the same. */
export function askAgain(progress: Progress, subject: Subject, moment: Moment): ProgressDecision {
  if (progress.status !== 'asked') return refused({ type: 'progress.already', status: progress.status });
  return asking(always(progress), subject, moment);
}

/** Opened by the person: nothing needs to be asked of them, the form is the answer. */
export function openProgress(number: RecordNumber<'progress'>, subject: Subject, moment: Moment): ProgressDecision {
  const { person, cycle } = subject;
  if (!isAsked(person, cycle, moment.firm)) return refused({ type: 'progress.not-asked-of-you' });
  return decided({ ...opened(number, subject, moment), status: 'asked' }, { type: 'progress.opened', by: person.id });
}

/** Whether a report is still asked for by the firm as it is now. */
function standing({ cycle, person }: Progress, firm: Firm): 'asked' | 'not-asked' | 'cycle-gone' {
  const [known, who] = [cycleCalled(cycle, firm), firm.people.get(person)];
  if (!known) return 'cycle-gone';
  return who && isAsked(who, known, firm) ? 'asked' : 'not-asked';
}

/** Reminded once, only while it is owed. */
export function remind(progress: Progress, { firm, leave }: Moment): ProgressDecision {
  if (progress.status !== 'asked') return refused({ type: 'progress.nothing-due' });
  const stands = standing(progress, firm);
  if (stands === 'cycle-gone') return refused({ type: 'progress.cycle-gone' });
  if (stands === 'not-asked') return refused({ type: 'progress.not-asked-of-you' });
  return leave ? refused({ type: 'progress.on-leave' }) : decided(progress, { type: 'progress.reminded' });
}

function always(progress: Progress): Always {
  const { kind, number, person, cycle, template, period, project, milestone, openedAt } = progress;
  return {
    ...{ kind, number, person, cycle, template, period, openedAt },
    ...(project === undefined ? {} : { project }),
    ...(milestone === undefined ? {} : { milestone }),
  };
}

/** Why no answer is taken any more: one that stands is edited until its digest goes out; a first one comes until the next report is asked for. */
export function closing(progress: Progress, { now, firm }: Moment, sentAt?: Date): ProgressRefusal | undefined {
  if (progress.status === 'submitted' && sentAt !== undefined) return { type: 'progress.closed', sentAt };
  const cycle = cycleCalled(progress.cycle, firm);
  const nextAt = cycle && nextAsk(planOf(cycle, firm), progress.period, calendarOf(progress.person, firm));
  return nextAt !== undefined && nextAt <= now ? { type: 'progress.closed', nextAt } : undefined;
}

/** Replaces the answer before. After the grace, or when the digest has gone out (`sentAt`), it is accepted and marked late. */
export function submitProgress(
  progress: Progress,
  by: Actor,
  moment: Moment,
  answer: ProgressAnswer,
  sentAt?: Date,
): ProgressDecision {
  if (by.kind !== 'person' || by.person.id !== progress.person) return refused({ type: 'progress.not-yours' });
  const closed = closing(progress, moment, sentAt);
  if (closed) return refused(closed);
  const words = wordsOf(progress.template, answer);
  if ('missing' in words) return refused({ type: 'progress.words-missing', field: words.missing });
  const wasLate = progress.status === 'missed' || (progress.status === 'submitted' && progress.late);
  return decided(
    {
      ...always(progress),
      ...{ status: 'submitted', words, submittedAt: moment.now, late: wasLate || sentAt !== undefined },
    },
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

/** The grace is over. Whoever is away by now, or is not asked any more, is excused. */
export function missProgress(progress: Progress, { now, firm, leave }: Moment): ProgressDecision {
  if (progress.status !== 'asked') return refused({ type: 'progress.nothing-due' });
  const stands = standing(progress, firm);
  if (stands === 'cycle-gone') return refused({ type: 'progress.cycle-gone' });
  if (leave || stands === 'not-asked') return excuse(always(progress), now, leave);
  return decided({ ...always(progress), status: 'missed', missedAt: now }, { type: 'progress.missed' });
}

/** How a sentence calls a report: `week` is what it is about, also when that is a day or a milestone. */
export type ReportNamed = {
  readonly week: string | Localized;
  readonly template?: Template;
  readonly project?: string;
};

export function reportNamed({ template, period, project, milestone }: About): ReportNamed {
  return { week: milestone ?? period, template, ...(project === undefined ? {} : { project }) };
}
