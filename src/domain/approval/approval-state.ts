/** What an approval can be, what can happen to it, and every no it knows. */
import type { Escalation, Flow, Stage } from '../firm.ts';
import type { ClientId, PersonId } from '../ids.ts';
import type { RecordNumber } from '../numbers.ts';
import type { FieldChange, Payload } from './payload.ts';

/** How somebody came to be asked. */
export type Came = 'flow' | 'fallback' | 'transferred' | 'added' | 'escalated' | 'successor';

export type Said = {
  readonly verdict: 'yes' | 'no';
  /** Who pressed; not always whose place it is. */
  readonly by: PersonId;
  readonly comment?: string;
  readonly decidedAt: Date;
  /** Said in an earlier stage, and counted here because the flow says so. */
  readonly carried?: true;
};

/** One person's place in the line of a seat. */
export type Place = {
  readonly person: PersonId;
  readonly came: Came;
  /** Who handed it over, or asked for it. */
  readonly sentBy?: PersonId;
  /** May speak as well, since it was escalated to them. */
  readonly also?: PersonId;
  /** Speaks for the person while they are away. */
  readonly standIn?: PersonId;
  /** Since when they hold it; unset while others are before them. */
  readonly askedAt?: Date;
  readonly nudgedAt?: Date;
  readonly escalatedAt?: Date;
  readonly said?: Said;
};

/** One voice of a stage. It is a yes when everyone in its line has said so, one after another: those added before, the approver, those added after. */
export type Seat = readonly Place[];

/** What became of a stage. None yet: it is asked, or its turn has not come. */
export type Fate = 'passed' | 'not-needed' | 'by-rule' | 'already-approved';

export type Step = {
  readonly stage: Stage;
  readonly seats: readonly Seat[];
  readonly fate?: Fate;
  /** Decided before a change that does not touch its ground: what was said here counts for nothing else. */
  readonly stood?: true;
};

/** What happened, for the card and for whoever asks later; the whole story is in the audit. */
export type Move = {
  readonly type:
    | 'approved'
    | 'rejected'
    /** A no that does not end it: enough others may still say yes. */
    | 'opposed'
    | 'sent-back'
    | 'resubmitted'
    | 'transferred'
    | 'added'
    | 'escalated'
    | 'taken-over'
    | 'commented';
  readonly by: PersonId;
  readonly onBehalfOf?: PersonId;
  /** To whom it went, or who was asked as well. */
  readonly to?: PersonId;
  /** The earlier stage it went back to. */
  readonly toStage?: number;
  readonly stage?: number;
  readonly comment?: string;
  readonly movedAt: Date;
};

export type ApprovalAlways = {
  readonly kind: 'approval';
  readonly number: RecordNumber<'approval'>;
  readonly of: RecordNumber<'request'>;
  readonly title: string;
  readonly requester: PersonId;
  /** Who answers for it inside the firm: its requester, or whoever works for the client who asked. */
  readonly advocate: PersonId;
  readonly client?: ClientId;
  /** The flow as it was when this began; what is written in the firm file later does not touch it. */
  readonly flow: Omit<Flow, 'stages'>;
  readonly steps: readonly Step[];
  /** 1, and one more each time it was sent back and came again. */
  readonly revision: number;
  /** What is being approved, frozen, and its fingerprint. */
  readonly payload: Payload;
  readonly fingerprint: string;
  /** What the latest revision changed. */
  readonly changes: readonly FieldChange[];
  readonly moves: readonly Move[];
  readonly startedAt: Date;
};

export type Approval = ApprovalAlways &
  (
    | { readonly status: 'running'; readonly stage: number }
    /** Sent back from a stage: its advocate revises it. */
    | { readonly status: 'returned'; readonly stage: number; readonly returnedAt: Date }
    | { readonly status: 'approved'; readonly endedAt: Date }
    | { readonly status: 'rejected'; readonly endedAt: Date }
    | { readonly status: 'withdrawn'; readonly endedAt: Date }
  );

export type ApprovalStatus = Approval['status'];
export type Running = Approval & { readonly status: 'running' };

type Spoken<T extends string, More = unknown> = {
  readonly type: T;
  readonly by: PersonId;
  /** Whose place it was, when somebody else spoke in it. */
  readonly onBehalfOf?: PersonId;
} & More;
/** `asks`: who is asked from now on and was not before. */
type Asking = { readonly asks: readonly PersonId[] };

export type ApprovalEvent =
  | ({ readonly type: 'approval.started' } & Asking)
  | Spoken<'approval.yes', { readonly stage: number; readonly comment?: string } & Asking>
  | Spoken<'approval.no', { readonly stage: number; readonly comment: string }>
  | {
      readonly type: 'approval.stage-passed';
      readonly stage: number;
      readonly fate: Fate;
      readonly tells: readonly PersonId[];
    }
  | { readonly type: 'approval.approved'; readonly tells: readonly PersonId[] }
  | Spoken<'approval.rejected', { readonly stage: number; readonly reason: string }>
  | Spoken<'approval.sent-back', { readonly reason: string; readonly to: PersonId | number } & Asking>
  | ({ readonly type: 'approval.resubmitted'; readonly by: PersonId; readonly changed: readonly string[] } & Asking)
  | Spoken<'approval.transferred', { readonly to: PersonId; readonly comment?: string } & Asking>
  | Spoken<'approval.added', { readonly person: PersonId; readonly where: Where } & Asking>
  | Spoken<'approval.commented', { readonly comment: string; readonly to: readonly PersonId[] }>
  | { readonly type: 'approval.nudged'; readonly by: PersonId; readonly people: readonly PersonId[] }
  | { readonly type: 'approval.reminded'; readonly people: readonly PersonId[] }
  | ({
      readonly type: 'approval.escalated';
      readonly from: PersonId;
      readonly to: PersonId;
      readonly how: Escalation;
    } & Asking)
  | ({ readonly type: 'approval.taken-over'; readonly from: PersonId; readonly to: PersonId } & Asking)
  /** None: the person is back. */
  | { readonly type: 'approval.stand-in'; readonly person: PersonId; readonly standIn?: PersonId }
  | { readonly type: 'approval.withdrawn'; readonly by: PersonId };

export type Where = 'before' | 'after';

/** Who was named by whoever hands over or asks for more cannot be asked. */
type NotThem<T extends string> = { readonly type: T; readonly field: 'to'; readonly person: PersonId };

export type ApprovalRefusal =
  | { readonly type: 'approval.not-found' }
  | { readonly type: 'approval.not-yours-to-see' }
  | { readonly type: 'approval.your-own' }
  | { readonly type: 'approval.not-your-turn'; readonly turnOf: readonly PersonId[] }
  | {
      readonly type: 'approval.already-decided';
      readonly verdict: 'approved' | 'rejected';
      readonly by: PersonId;
      readonly decidedAt: Date;
    }
  | { readonly type: 'approval.withdrawn' }
  /** It was revised since the card was drawn: nobody approves what they have not seen. */
  | { readonly type: 'approval.revised' }
  | { readonly type: 'approval.sent-back'; readonly advocate: PersonId }
  | { readonly type: 'approval.not-sent-back' }
  | { readonly type: 'approval.reason-missing'; readonly field: 'reason' }
  | { readonly type: 'approval.words-missing'; readonly field: 'comment' }
  | { readonly type: 'approval.person-missing'; readonly field: 'to' }
  | NotThem<'approval.to-yourself'>
  | NotThem<'approval.to-requester'>
  | NotThem<'approval.to-outsider'>
  | NotThem<'approval.asked-already'>
  | { readonly type: 'approval.no-such-stage'; readonly field: 'to' }
  | { readonly type: 'approval.nudged-lately'; readonly againAt: Date }
  | { readonly type: 'approval.none-chosen' }
  | { readonly type: 'approval.nothing-due' }
  /** Without a stage: there was none to ask. */
  | { readonly type: 'approval.nobody-can'; readonly stage?: Stage['name'] };
