/** What the engine asks of the database. Everything a gesture changes goes through `commit`, in one transaction. */
import type { Account, Client, Department, Firm, Person } from '../../domain/firm.ts';
import type { DepartmentId, PersonId, PlatformId } from '../../domain/ids.ts';
import type { CycleId, Period } from '../../domain/cycle.ts';
import type { RecordKind, RecordNumber } from '../../domain/numbers.ts';
import type { AnyRecord, Holder } from '../../domain/records.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { LedgerReader, NewHeld } from './ledger.ts';
import type { MessageRef, Place } from './platform.ts';
import type { PostContent } from './post.ts';

export type RecordOf<K extends RecordKind> = Extract<AnyRecord, { kind: K }>;

/** Reads records. What one reader has found belongs to one decision: `commit` checks that it is still so. */
export interface RecordReader extends LedgerReader {
  find<K extends RecordKind>(kind: K, number: string): Promise<RecordOf<K> | undefined>;
  byUniqueKey<K extends RecordKind>(kind: K, key: string): Promise<RecordOf<K> | undefined>;
  /** Records that came from this one, oldest first. */
  childrenOf<K extends RecordKind>(kind: K, parent: RecordNumber): Promise<readonly RecordOf<K>[]>;
  /** What this person has planned, newest first. */
  absencesOf(person: PersonId): Promise<readonly RecordOf<'absence'>[]>;
  /** Approvals these people may decide now, for themselves or for somebody else. */
  approvalsHeldBy(...people: readonly PersonId[]): Promise<readonly RecordOf<'approval'>[]>;
  /** Requests this person works on or has to revise, whatever their state. */
  requestsWith(person: PersonId): Promise<readonly RecordOf<'request'>[]>;
  /** Requests of a desk of which time has something to ask by now, oldest first. For looking around: not checked at commit. */
  requestsDue(intents: readonly string[], team: DepartmentId, now: Date): Promise<readonly RecordOf<'request'>[]>;
  /** For lists; not checked at commit. Whoever has waited longest comes first. */
  heldBy(holders: readonly Holder[], limit: number): Promise<readonly AnyRecord[]>;
  /** How many there are of them, where a list shows only the first. */
  countHeldBy(holders: readonly Holder[]): Promise<number>;
  /** For lists; not checked at commit. Newest first. */
  askedBy(person: PersonId, limit: number): Promise<readonly AnyRecord[]>;
  /** All reports of a cycle about one period. */
  progressOf(cycle: CycleId, period: Period): Promise<readonly RecordOf<'progress'>[]>;
  /** For lists; not checked at commit. Reports of a cycle, of a person, about a period; newest first. */
  reportsOf(
    of: { readonly cycle?: CycleId; readonly person?: PersonId; readonly period?: Period },
    limit: number,
  ): Promise<readonly RecordOf<'progress'>[]>;
}

export type NewPost = {
  readonly content: PostContent;
  readonly record?: RecordNumber;
  readonly platform: PlatformId;
  readonly place: Place;
  /** Whom the drawing is for; none for a room. */
  readonly person?: PersonId;
  /** It reminds of something: to a reader who was reminded of the same within `everyMs` it is not said again. */
  readonly nudge?: { readonly about: string; readonly everyMs: number };
};

export type NewAgenda = {
  /** One occurrence happens once: a key that was ever planned is not planned again. */
  readonly key: string;
  readonly intent: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly record?: RecordNumber;
  readonly person?: PersonId;
  readonly dueAt: Date;
  /** Later than this after `dueAt` it is skipped, and the skip is recorded. */
  readonly staleMs?: number;
  /** Of several that are due only the youngest of a series is asked: it does the work of those missed before it. */
  readonly series?: string;
  /** Why it is known already that it will not be asked: it stands in the ledger as skipped. */
  readonly skip?: string;
};

export type AuditEntry = {
  readonly actor: string;
  /** Whose right it was, when somebody else used it. */
  readonly onBehalfOf?: string;
  readonly record?: string;
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Claim = {
  readonly platform: string;
  readonly key: string;
  readonly intent?: string;
  readonly actor?: string;
  readonly outcome: 'done' | 'refused' | 'ignored';
  /** What was said or filled in, as it came: nothing that anyone wrote to us is lost. */
  readonly input?: unknown;
  /** Answered again when the same gesture is delivered again. */
  readonly answer?: unknown;
};

export type MetAccount = Account & { readonly person: PersonId; readonly used: boolean };

/** All that one gesture changes. */
export type ChangeSet = {
  readonly now: Date;
  readonly claim: Claim;
  readonly people?: readonly Person[];
  /** `used`: the person spoke there just now, which makes it where sentences go. */
  readonly accounts?: readonly MetAccount[];
  /** Records as they are to be; a number the reader has not seen is new. */
  readonly saves?: readonly AnyRecord[];
  readonly reader?: RecordReader;
  readonly become?: {
    readonly platform: PlatformId;
    readonly chat?: string;
    readonly message: string;
    readonly picture: PictureRef;
    readonly record?: RecordNumber;
  };
  readonly posts?: readonly NewPost[];
  /** Every standing copy of these pictures is to be made true. */
  readonly everywhere?: readonly PictureRef[];
  /** Who is of the firm no more. */
  readonly leaves?: readonly PersonId[];
  /** Standing copies of open records are drawn again, on these platforms: those that stand since before a moment, or all. */
  readonly renew?: readonly { readonly platform: PlatformId; readonly before?: Date }[];
  readonly holds?: readonly NewHeld[];
  /** Whose sentences a morning's card has taken up, and of which morning. */
  readonly gathers?: readonly { readonly person: PersonId; readonly dueAt: Date }[];
  readonly agenda?: readonly NewAgenda[];
  readonly settles?: { readonly id: string; readonly state: 'done' | 'skipped'; readonly reason?: string };
  readonly audit?: readonly AuditEntry[];
};

export type Committed =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'duplicate'; readonly answer: unknown }
  /** A record has changed since it was read: decide again. Nothing was written. */
  | { readonly outcome: 'conflict' };

export type OpenPost = NewPost & {
  readonly seq: bigint;
  readonly id: string;
  readonly lane: string;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly firstTriedAt: Date;
};

/** What a post has left behind in its chat: copies drawn anew, and a message that stands from now on. */
export type Drawn = {
  readonly redrawn?: readonly { readonly id: bigint; readonly drawn: string; readonly ref: MessageRef }[];
  /** Copies that can no longer be edited and stand no more. */
  readonly gone?: readonly bigint[];
  readonly stands?: {
    readonly ref: MessageRef;
    readonly picture: PictureRef;
    readonly drawn: string;
  };
};

/** A message that stands and shows a picture. */
export type Standing = {
  readonly id: bigint;
  readonly picture: PictureRef;
  readonly platform: PlatformId;
  readonly place: Place;
  readonly person?: PersonId;
  readonly ref: MessageRef;
  readonly drawn: string;
  readonly postedAt: Date;
};

export type Settled =
  | { readonly state: 'sent'; readonly note?: string }
  | { readonly state: 'waiting' | 'unsure'; readonly notBefore: Date; readonly failure: string }
  | { readonly state: 'dead'; readonly failure: string };

export type DueItem = {
  readonly id: string;
  readonly key: string;
  readonly intent: string;
  readonly input: unknown;
  readonly dueAt: Date;
  readonly staleMs?: number;
  /** A younger one of its series is due as well. */
  readonly folded: boolean;
};

/** The people part of the firm as the database knows it, with its revision. */
export type Directory = {
  readonly revision: bigint;
  readonly departments: readonly Department[];
  readonly people: readonly Person[];
  readonly clients: readonly Client[];
};

export interface Store {
  /** Cheap look before deciding: was this gesture had already, and have people changed since `revision`? */
  glance(
    platform: string,
    key: string,
  ): Promise<{ readonly revision: bigint; readonly duplicate?: { readonly answer: unknown } }>;
  reader(): RecordReader;
  nextNumber(kind: RecordKind): Promise<number>;
  /** Resolves when the change is on disk. */
  commit(change: ChangeSet): Promise<Committed>;
  /** Resolves when all that was committed by now, by whomever, is on disk: what was read may then be told to people. */
  durable(): Promise<void>;

  people(): Promise<{ readonly revision: bigint; readonly people: readonly Person[]; readonly away: Firm['away'] }>;
  /** Brings people and accounts of the firm file in; those met in chats stay; for everyone it names no more, `leave` is planned. Answers whether the file was new to the database. */
  importFirm(firm: Firm, hash: string, leave: { readonly intent: string; readonly now: Date }): Promise<boolean>;
  /** Zones that chats tell of people for whom the firm file names none; one that it names stays. Answers how many of them live by another clock now. */
  moveZones(zones: readonly { readonly person: PersonId; readonly zone: string }[]): Promise<number>;

  /** The claim itself is on disk only after `durable`, which must come before the platform hears anything. */
  claimPosts(
    claimer: string,
    now: Date,
    most: number,
    closed: { readonly lanes: readonly string[]; readonly platforms: readonly string[] },
  ): Promise<readonly OpenPost[]>;
  /** Takes back what processes that are gone were sending. Answers how many. */
  reclaimPosts(now: Date): Promise<number>;
  standing(picture: string, lane: string): Promise<readonly Standing[]>;
  standingAt(platform: PlatformId, message: string, chat?: string): Promise<Standing | undefined>;
  /** Settles a post, and with it what now stands where; resolves when that is on disk. */
  settlePost(post: OpenPost, settled: Settled, now: Date, drawn?: Drawn): Promise<void>;
  /** A message that a platform put up by itself and that shows a picture from now on. */
  adopt(standing: Omit<Standing, 'id'>): Promise<void>;

  /** Claims what is due, the longest due first: no other living process is given it. `failed`: not these. */
  claimAgenda(claimer: string, now: Date, most: number, failed: readonly string[]): Promise<readonly DueItem[]>;
  nextDue(after: Date): Promise<Date | undefined>;
  plan(job: string, until: Date, agenda: readonly NewAgenda[]): Promise<void>;
  horizon(job: string): Promise<Date | undefined>;
  /** Forgets what these intents were planned for after `from`, so that it is planned anew. */
  replan(intents: readonly string[], from: Date): Promise<void>;
  /** What is due at `now` and not done, plus what waits to be sent at `now`. */
  pending(now: Date): Promise<number>;

  clockOffset(): Promise<number>;
  moveClock(offsetMs: number): Promise<void>;

  /** What the database's own clock shows, in milliseconds since 1970: the one that all processes share. */
  sharedNow(): Promise<number>;
  /** Undefined when the database answers. */
  trouble(): Promise<string | undefined>;
  /** Whether an error means that the database could not be reached, rather than a mistake of ours. */
  unavailable(error: unknown): boolean;
}
