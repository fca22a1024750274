/** All kinds of record as one union, and what every record can be asked: its title, its state, who holds it. */
import type { Absence, AbsenceEvent, AbsenceRefusal } from './absence.ts';
import type { Approval, ApprovalEvent, ApprovalRefusal } from './approval/approval-state.ts';
import { turnOf } from './approval/voice.ts';
import {
  concernKey,
  type Issue,
  type IssueEvent,
  type IssueRefusal,
  type Risk,
  type RiskEvent,
  titleOfConcern,
} from './concerns.ts';
import { type Digest, type DigestEvent, digestKey, type DigestRefusal, isConfirmed } from './digest.ts';
import type { ClientId, DepartmentId, PersonId } from './ids.ts';
import type { RecordNumber } from './numbers.ts';
import type { Progress, ProgressEvent, ProgressRefusal } from './progress.ts';
import { progressKey } from './progress.ts';
import type { Request, RequestEvent, RequestRefusal } from './request-state.ts';
import type { SlaRefusal } from './sla.ts';
import { surveyKey, type Survey, type SurveyEvent, type SurveyRefusal } from './survey.ts';

export type AnyRecord = Request | Approval | Progress | Survey | Absence | Digest | Issue | Risk;
export type AnyEvent =
  | RequestEvent
  | ApprovalEvent
  | ProgressEvent
  | SurveyEvent
  | AbsenceEvent
  | DigestEvent
  | IssueEvent
  | RiskEvent;
/** Refusals of the machine itself, before any rule was asked. */
export type GeneralRefusal =
  | { readonly type: 'wish.unknown' }
  | { readonly type: 'wish.unreadable' }
  | { readonly type: 'wish.not-for-you' }
  | { readonly type: 'record.not-found'; readonly number: string }
  | { readonly type: 'record.not-yours-to-see' }
  | { readonly type: 'service.not-found' }
  | { readonly type: 'person.unknown' }
  | { readonly type: 'person.yourself' }
  /** Nothing waits for that morning any more. */
  | { readonly type: 'attention.nothing-held' }
  | { readonly type: 'calendar.nothing-missing' };
export type AnyRefusal =
  | GeneralRefusal
  | RequestRefusal
  | SlaRefusal
  | ApprovalRefusal
  | ProgressRefusal
  | SurveyRefusal
  | AbsenceRefusal
  | DigestRefusal
  | IssueRefusal;

/** What became of one of several records that were decided together: none of them hangs on another. */
export type LineResult = {
  readonly number: RecordNumber;
  readonly title?: string;
  readonly refusal?: AnyRefusal;
};

/** What is not over yet, as `kind/state`. */
export const openStates: readonly `${AnyRecord['kind']}/${AnyRecord['status']}`[] = [
  ...(['new', 'need-info', 'in-approval', 'returned', 'in-service', 'waiting', 'reopened', 'done'] as const).map(
    (state) => `request/${state}` as const,
  ),
  ...([
    'approval/running',
    'approval/returned',
    'progress/asked',
    'survey/sent',
    'absence/planned',
    'absence/away',
    'digest/drafting',
    'issue/open',
    'risk/draft',
  ] as const),
];

/** Who must act next: a person, or whoever of a desk takes it. */
export type Holder = { readonly person: PersonId } | { readonly desk: DepartmentId };

/** The part of a record that lists, outside views and look-ups are made from. */
export type Spine = {
  readonly kind: AnyRecord['kind'];
  readonly number: RecordNumber;
  readonly state: string;
  readonly title: string;
  readonly owner?: PersonId;
  readonly client?: ClientId;
  /** Whose record it is: listed under "mine". */
  readonly askedBy?: PersonId;
  readonly holders: readonly Holder[];
  /** At most one record may carry the same key. */
  readonly uniqueKey?: string;
  /** The record this one came from. */
  readonly parent?: RecordNumber;
};

function requestHolders(request: Request): readonly Holder[] {
  switch (request.status) {
    case 'new':
      return [{ desk: request.team }];
    case 'need-info':
    case 'waiting':
      return [{ person: request.askedBy }];
    case 'in-service':
    case 'reopened':
      return [{ person: request.owner }];
    case 'returned':
      return [{ person: request.holder }];
    // Its approval is held instead.
    case 'in-approval':
    case 'done':
    case 'closed':
    case 'declined':
    case 'withdrawn':
      return [];
  }
}

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

type Own = Omit<Spine, 'kind' | 'number' | 'state'>;

function ofDigest(digest: Digest): Own {
  return {
    title: `${digest.name} · ${digest.period}`,
    owner: digest.lead,
    // What went out as a draft is still to be confirmed.
    holders: isConfirmed(digest) ? [] : [{ person: digest.lead }],
    uniqueKey: digestKey(digest.cycle, digest.period),
    ...optional('client', digest.client),
  };
}

function ofConcern(concern: Issue | Risk): Own {
  const { kind, status, owner, of } = concern;
  return {
    ...{ title: titleOfConcern(concern), owner, parent: of, uniqueKey: concernKey(kind, of) },
    holders: status === 'open' || status === 'draft' ? [{ person: owner }] : [],
  };
}

export function spineOf(record: AnyRecord): Spine {
  const base = { kind: record.kind, number: record.number, state: record.status };
  switch (record.kind) {
    case 'request':
      return {
        ...base,
        title: record.title,
        askedBy: record.askedBy,
        holders: requestHolders(record),
        ...optional('client', record.client),
        ...optional('owner', 'owner' in record ? record.owner : undefined),
      };
    case 'approval':
      return {
        ...base,
        title: record.title,
        // Whoever must act now; afterwards whoever acted last.
        owner: turnOf(record)[0] ?? record.moves.at(-1)?.by ?? record.requester,
        parent: record.of,
        holders: turnOf(record).map((person) => ({ person })),
        ...optional('client', record.client),
      };
    case 'progress':
      return {
        ...base,
        title: record.period,
        owner: record.person,
        holders: record.status === 'asked' ? [{ person: record.person }] : [],
        uniqueKey: progressKey(record.cycle, record.person, record.period),
      };
    case 'digest':
      return { ...base, ...ofDigest(record) };
    case 'issue':
    case 'risk':
      return { ...base, ...ofConcern(record) };
    case 'absence':
      return { ...base, title: `${record.fromDay}..${record.untilDay}`, owner: record.person, holders: [] };
    case 'survey':
      return {
        ...base,
        title: record.title,
        owner: record.contact,
        client: record.client,
        parent: record.of,
        holders: record.status === 'sent' ? [{ person: record.contact }] : [],
        uniqueKey: surveyKey(record.of, record.round, record.contact),
      };
  }
}
