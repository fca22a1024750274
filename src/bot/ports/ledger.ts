/** What people may look up about time, and about what they were sent: lists, never checked at commit. */
import type { Absence } from '../../domain/absence.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import type { Notice } from '../text/notices.ts';
import type { PostContent } from './post.ts';

/** A sentence that waits for somebody's morning. */
export type NewHeld = {
  readonly person: PersonId;
  readonly notice: Notice;
  readonly record?: RecordNumber;
  readonly dueAt: Date;
};

/** One row of the agenda as people may see it. */
export type AgendaItem = {
  readonly intent: string;
  readonly input: unknown;
  readonly record?: RecordNumber;
  readonly person?: PersonId;
  readonly dueAt: Date;
  readonly state: 'due' | 'done' | 'skipped';
  readonly reason?: string;
};

export type LedgerPage = { readonly items: readonly AgendaItem[]; readonly count: number };

/** Something that was sent, and the gesture or moment that caused it. */
export type SentItem = {
  readonly content: PostContent;
  readonly record?: RecordNumber;
  readonly sentAt: Date;
  /** The intent of its cause, and who gave it (`clock`, or a person's id). */
  readonly intent?: string;
  readonly actor?: string;
  /** It waits for their morning. */
  readonly held?: true;
};

export interface LedgerReader {
  /** What time asked or will ask in (`from`, `until`], the earliest first, and how many there are in all. */
  agendaOf(span: {
    readonly from: Date;
    readonly until: Date;
    readonly states: readonly AgendaItem['state'][];
    readonly limit: number;
  }): Promise<LedgerPage>;
  /** What somebody was sent since a moment, but for answers to what they did themselves; the newest first. */
  sentTo(person: PersonId, since: Date, limit: number): Promise<readonly SentItem[]>;
  /** What waits, or waited, for one of somebody's mornings, in the order in which it came. */
  heldFor(person: PersonId, dueAt: Date): Promise<readonly NewHeld[]>;
  /** When somebody was last reminded of a thing, if they were since. */
  remindedOf(about: string, since: Date): Promise<Date | undefined>;
  /** Absences that are planned or going on in some part of a span. */
  absencesIn(span: { readonly from: Date; readonly until: Date }): Promise<readonly Absence[]>;
}
