/** What a request can be, what can happen to it, and every no it knows. */
import type { ClientId, DepartmentId, PersonId, ServiceId } from './ids.ts';
import type { Answers } from './intake.ts';
import type { RecordNumber } from './numbers.ts';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

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
  readonly exchanges: readonly Exchange[];
  readonly submittedAt: Date;
  /** First response is due: counted in working time from submission, never from a bot's words. */
  readonly responseDueAt: Date;
  /** The first time a human of the desk took it, asked, or declined. */
  readonly respondedAt?: Date;
  /** When it should be done. Known once the work has begun. */
  readonly dueAt?: Date;
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
  | Happened<'request.triaged', { readonly priority: Priority; readonly owner?: PersonId }>
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
