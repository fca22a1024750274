/** What a language must be able to say. A missing or wrong blank does not compile. */
import type { Absence } from '../../domain/absence.ts';
import type { ApprovalStatus } from '../../domain/approval/approval-state.ts';
import type { Issue, Risk } from '../../domain/concerns.ts';
import type { Digest } from '../../domain/digest.ts';
import type { SurveyDimension } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Localized } from '../../domain/language.ts';
import type { Problem } from '../../domain/intake.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Health } from '../../domain/progress-words.ts';
import type { Template } from '../../domain/project.ts';
import type { AnyRefusal } from '../../domain/records.ts';
import type { Level, Priority } from '../../domain/priority.ts';
import type { RequestStatus } from '../../domain/request-state.ts';
import type { Survey } from '../../domain/survey.ts';
import type { Line, Span } from '../cards/card.ts';
import type { CardWords } from './card-words.ts';
import type { Notice, NoticeType } from './notices.ts';

/** What a sentence may use of its reader: names and moments. */
export type Speech = {
  readonly name: (person: PersonId) => string;
  readonly names: (people: readonly PersonId[]) => string;
  readonly of: (word: Localized) => string;
  /** One after another, in the reader's way: `a, b and c`. */
  readonly list: (words: readonly string[]) => string;
  readonly moment: (at: Date) => Span;
  readonly date: (at: Date) => Span;
  /** Why something was refused, as a sentence. */
  readonly why: (refusal: AnyRefusal) => Line;
};

type Of<U extends { readonly type: string }, T extends U['type']> = Extract<U, { readonly type: T }>;

export type ButtonName =
  | 'take'
  | 'ask'
  | 'decline'
  | 'triage'
  | 'approve'
  | 'reject'
  | 'sendBack'
  | 'transfer'
  | 'addApprover'
  | 'comment'
  | 'approveSeveral'
  | 'revise'
  | 'away'
  | 'back'
  | 'cancelAbsence'
  | 'nudge'
  | 'withdraw'
  | 'edit'
  | 'answer'
  | 'resume'
  | 'done'
  | 'reopen'
  | 'submit'
  | 'skip'
  | 'skipToday'
  | 'open'
  | 'view'
  | 'newRequest'
  | 'myList'
  | 'report'
  | 'helpMe'
  | 'makeRequest'
  | 'fillIn'
  | 'answerSurvey'
  | 'changeReport'
  | 'preview'
  | 'confirmSend'
  | 'saveDraft'
  | 'clientVersion'
  | 'confirmClient'
  | 'readAll'
  | 'solved';

export type FieldName =
  | 'title'
  | 'reason'
  | 'question'
  | 'answer'
  | 'client'
  | 'priority'
  | 'impact'
  | 'urgency'
  | 'owner'
  | 'done'
  | 'next'
  | 'blocked'
  | 'risk'
  | 'health'
  | 'doneToday'
  | 'nextDay'
  | 'result'
  | 'deviations'
  | 'nextStep'
  | 'summary'
  | 'comment'
  | 'sendBackTo'
  | 'transferTo'
  | 'addWhom'
  | 'where'
  | 'from'
  | 'until'
  | 'delegate'
  | 'only'
  | 'then';

export type FactName =
  | 'service'
  | 'askedBy'
  | 'client'
  | 'priority'
  | 'owner'
  | 'responseDue'
  | 'dueBy'
  | 'target'
  | 'used'
  | 'left'
  | 'due'
  | 'over'
  | 'submitted'
  | 'next'
  | 'request'
  | 'state'
  | 'decidedBy'
  | 'days'
  | 'delegate'
  | 'confirmed'
  | 'clientVersion'
  | 'reportedBy'
  | 'report';

export type Catalogue = {
  readonly someone: string;
  readonly buttons: Readonly<Record<ButtonName, string>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly states: {
    readonly request: Readonly<Record<RequestStatus, string>>;
    readonly approval: Readonly<Record<ApprovalStatus, string>>;
    readonly progress: Readonly<Record<Progress['status'], string>>;
    readonly survey: Readonly<Record<Survey['status'], string>>;
    readonly absence: Readonly<Record<Absence['status'], string>>;
    readonly digest: Readonly<Record<Digest['status'], string>>;
    readonly issue: Readonly<Record<Issue['status'], string>>;
    readonly risk: Readonly<Record<Risk['status'], string>>;
  };
  readonly priorities: Readonly<Record<Priority, string>>;
  /** Of impact, and of urgency. */
  readonly levels: Readonly<Record<Level, string>>;
  readonly healths: Readonly<Record<Health, string>>;
  /** What its reports are called. */
  readonly templates: Readonly<Record<Template, string>>;
  readonly dimensions: Readonly<Record<SurveyDimension, string>>;
  /** Index 0 is grade 1. */
  readonly grades: readonly [string, string, string, string, string];
  readonly notices: { readonly [T in NoticeType]: (notice: Of<Notice, T>, say: Speech) => Line };
  readonly refusals: {
    readonly [T in AnyRefusal['type']]: (refusal: Of<AnyRefusal, T>, say: Speech, states: Catalogue['states']) => Line;
  };
  readonly problems: { readonly [W in Problem['why']]: (problem: Extract<Problem, { readonly why: W }>) => string };
  /** A programming mistake: the person gets a reference to quote. */
  readonly bug: (reference: string) => string;
  readonly card: CardWords;
};
