/** What a request can be, what can happen to it, and every no it knows. */
import type { ClientId, DepartmentId, PersonId, ServiceId } from './ids.ts';
import type { Answers } from './intake.ts';
import type { RecordNumber } from './numbers.ts';
import type { Priority, Weight } from './priority.ts';
import type { Clock, ClockKind, PauseCause, Threshold } from './sla.ts';

/** A question of the desk and the requester's answer to it. */
export type Exchange = {
  readonly question: string;
  readonly by: PersonId;
  readonly askedAt: Date;
  readonly answer?: string;
  readonly answeredAt?: Date;
};

export type RequestAlways = {
  readonly kind: 'request';
  readonly number: RecordNumber<'request'>;
  readonly title: string;
  readonly service: ServiceId;
  /** Its desk. */
  readonly team: DepartmentId;
  readonly askedBy: PersonId;
  /** Whom the work is for; their contacts are surveyed. */
  readonly client?: ClientId;
  readonly answers: Answers;
  readonly priority: Priority;
  /** What the priority was made from, once the desk has weighed it. */
  readonly weight?: Weight;
  readonly exchanges: readonly Exchange[];
  readonly submittedAt: Date;
  /** The first response: runs from submission until a human of the desk takes it, asks, or declines. A bot's words never stop it. */
  readonly response: Clock;
  /** Until it is done. Runs once the work has begun, where something is promised. */
  readonly resolution?: Clock;
  readonly reopenings: number;
};

type Served = { readonly owner: PersonId };

export type Request = RequestAlways &
  (
    | { readonly status: 'new' }
    | { readonly status: 'need-info' }
    | ({ readonly status: 'in-approval'; readonly approval: RecordNumber<'approval'> } & Served)
    /** An approver wants it revised. `holder`: its requester, or the owner for a client who asked. */
    | ({
        readonly status: 'returned';
        readonly approval: RecordNumber<'approval'>;
        readonly holder: PersonId;
      } & Served)
    | ({ readonly status: 'in-service' | 'reopened' } & Served)
    /** The desk has asked something in the middle of the work; `resumes`: what it goes back to. */
    | ({
        readonly status: 'waiting';
        readonly cause: PauseCause;
        readonly resumes: 'in-service' | 'reopened';
      } & Served)
    | ({ readonly status: 'done'; readonly doneAt: Date } & Served)
    | ({ readonly status: 'closed'; readonly doneAt: Date; readonly closedAt: Date } & Served)
    | {
        readonly status: 'declined';
        readonly by: PersonId;
        readonly reason: string;
        readonly declinedAt: Date;
        /** An approver said no: the reason is an internal word and never reaches a client. */
        readonly afterApproval?: true;
      }
    | { readonly status: 'withdrawn'; readonly withdrawnAt: Date }
  );

export type RequestStatus = Request['status'];
export type RequestIn<S extends RequestStatus> = Request & { readonly status: S };

type Happened<T extends string, More = unknown> = { readonly type: T; readonly by: PersonId } & More;

export type RequestEvent =
  | Happened<'request.submitted'>
  | Happened<'request.taken'>
  | Happened<'request.info-asked', { readonly question: string }>
  | Happened<'request.info-given', { readonly answer: string }>
  /** The work goes on without a written answer. */
  | Happened<'request.resumed'>
  /** `retargets`: the clocks that have another target from now on. */
  | Happened<
      'request.triaged',
      { readonly priority: Priority; readonly owner?: PersonId; readonly retargets?: readonly ClockKind[] }
    >
  | Happened<'request.edited'>
  | Happened<'request.declined', { readonly reason: string }>
  | Happened<'request.withdrawn', { readonly owner?: PersonId }>
  | Happened<'request.service-began', { readonly approved: boolean }>
  | Happened<'request.returned', { readonly holder: PersonId }>
  | Happened<'request.resubmitted'>
  | { readonly type: 'request.approval-refused'; readonly by: PersonId; readonly reason: string }
  /** From somebody who has left the firm. */
  | { readonly type: 'request.taken-over'; readonly from: PersonId; readonly to: PersonId }
  | Happened<'request.done'>
  | Happened<'request.reopened'>
  | { readonly type: 'request.closed' }
  /** A threshold of one of its clocks was reached, and is told. */
  | { readonly type: 'request.sla-reached'; readonly clock: ClockKind; readonly percent: Threshold }
  | { readonly type: 'request.response-missed' };

export type RequestRefusal =
  | { readonly type: 'request.not-found' }
  | { readonly type: 'request.not-yours-to-see' }
  | { readonly type: 'request.only-its-desk' }
  | { readonly type: 'request.only-its-requester' }
  /** Somebody was faster, or the card is old. `holder` is who has it now. */
  | { readonly type: 'request.not-now'; readonly status: RequestStatus; readonly holder?: PersonId }
  | { readonly type: 'request.reason-missing'; readonly field: 'reason' }
  | { readonly type: 'request.words-missing'; readonly field: 'question' | 'answer' | 'title' }
  | { readonly type: 'request.nudged-lately'; readonly againAt: Date }
  | { readonly type: 'request.nothing-due' };
