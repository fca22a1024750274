/** Sentences that can be said, by name and blanks. What each says in each language is in the catalogues. */
import type { Kinds } from '../../domain/absence.ts';
import type { Section } from '../../domain/digest-text.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Localized } from '../../domain/language.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import type { ReportNamed } from '../../domain/progress.ts';
import type { LineResult } from '../../domain/records.ts';
import type { RequestClock } from '../../domain/request-clocks.ts';
import type { Threshold } from '../../domain/sla.ts';

/** One threshold that a clock has reached. */
export type SlaMark = {
  readonly number: RecordNumber;
  readonly title: string;
  readonly clock: RequestClock;
  readonly percent: Threshold;
  readonly dueAt: Date;
};

/** A digest: its number, what its cycle is called, and when it is about. */
type OfDigest = { readonly number: RecordNumber; readonly name: string; readonly period: string };
type About = { readonly number: RecordNumber; readonly title: string };

export type Notice =
  | ({ readonly type: 'request.recorded'; readonly responseDueAt: Date } & About)
  | ({ readonly type: 'request.taken-by-you' } & About)
  | ({ readonly type: 'request.taken'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.info-wanted'; readonly by: PersonId; readonly question: string } & About)
  | ({ readonly type: 'request.info-asked' } & About)
  | ({ readonly type: 'request.info-given'; readonly by: PersonId; readonly answer: string } & About)
  | ({ readonly type: 'request.info-sent' } & About)
  | ({ readonly type: 'request.triaged' } & About)
  | ({ readonly type: 'request.handed-to-you'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.edited' } & About)
  | ({ readonly type: 'request.declined'; readonly by: PersonId; readonly reason: string } & About)
  | ({ readonly type: 'request.declined-by-you' } & About)
  | ({ readonly type: 'request.approval-refused'; readonly by: PersonId; readonly reason: string } & About)
  | ({ readonly type: 'request.refused-for-client' } & About)
  | ({ readonly type: 'request.withdrawn'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.withdrawn-by-you' } & About)
  | ({ readonly type: 'request.service-began'; readonly dueAt?: Date } & About)
  | ({ readonly type: 'request.done'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.done-by-you' } & About)
  | ({ readonly type: 'request.reopened'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.reopened-by-you' } & About)
  | ({ readonly type: 'request.resumed'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.resumed-by-you' } & About)
  /** All that one person or desk should know of at once; `more` were not named. */
  | { readonly type: 'sla.marks'; readonly marks: readonly SlaMark[]; readonly more: number }
  | ({ readonly type: 'request.nudged'; readonly by: PersonId } & About)
  | ({ readonly type: 'request.nudged-by-you'; readonly people: readonly PersonId[] } & About)
  | ({ readonly type: 'request.resubmitted-by-you' } & About)
  | ({ readonly type: 'approval.you-approved' } & About)
  /** To whoever decided several at once: how many, and then each. */
  | { readonly type: 'approval.several-done'; readonly approved: number; readonly refused: number }
  | { readonly type: 'approval.several'; readonly results: readonly LineResult[] }
  | ({ readonly type: 'approval.you-rejected' } & About)
  /** A no that does not end it. */
  | ({ readonly type: 'approval.you-opposed' } & About)
  | ({ readonly type: 'approval.you-sent-back' } & About)
  | ({ readonly type: 'approval.you-transferred'; readonly people: readonly PersonId[] } & About)
  | ({ readonly type: 'approval.you-added'; readonly people: readonly PersonId[] } & About)
  | ({ readonly type: 'approval.you-commented' } & About)
  /** `number` is the request's, to whoever is to revise it. */
  | ({ readonly type: 'approval.sent-back'; readonly by: PersonId; readonly reason: string } & About)
  | ({ readonly type: 'approval.sent-back-to-stage'; readonly by: PersonId; readonly reason: string } & About)
  | ({ readonly type: 'approval.asked-again'; readonly by: PersonId } & About)
  | ({ readonly type: 'approval.handed-to-you'; readonly by: PersonId } & About)
  | ({ readonly type: 'approval.you-were-added'; readonly by: PersonId } & About)
  | ({ readonly type: 'approval.comment'; readonly by: PersonId; readonly comment: string } & About)
  | ({ readonly type: 'approval.reminder' } & About)
  | ({ readonly type: 'approval.escalated'; readonly from: PersonId } & About)
  /** To somebody who has decided, or was asked, before. */
  | ({ readonly type: 'approval.your-turn'; readonly stage: Localized } & About)
  | ({ readonly type: 'approval.escalated-away'; readonly to: PersonId } & About)
  /** `number` is the request's, to whoever asked. */
  | ({ readonly type: 'approval.passed-by-rule'; readonly stage: Localized } & About)
  | ({ readonly type: 'approval.stage-passed'; readonly stage: Localized } & About)
  | ({ readonly type: 'approval.approved' } & About)
  | ({ readonly type: 'approval.stand-in'; readonly for: PersonId } & About)
  | ({
      readonly type: 'absence.planned';
      readonly from: string;
      readonly until: string;
      readonly delegate?: PersonId;
    } & Kinds)
  | { readonly type: 'absence.ended' }
  | { readonly type: 'absence.cancelled' }
  | { readonly type: 'absence.called-off'; readonly person: PersonId }
  | ({
      readonly type: 'absence.named';
      readonly person: PersonId;
      readonly from: string;
      readonly until: string;
    } & Kinds)
  | { readonly type: 'absence.over'; readonly person: PersonId }
  /** To whoever steps in: what was theirs. */
  | { readonly type: 'person.left'; readonly person: PersonId; readonly items: readonly About[] }
  /** To administrators: the directory of one chat says so, and the person has accounts in others. */
  | { readonly type: 'person.left-one-chat'; readonly person: PersonId }
  /** To the administrator who said so. */
  | {
      readonly type: 'person.left-done';
      readonly person: PersonId;
      readonly heirs: readonly PersonId[];
      readonly count: number;
    }
  /** To administrators: until these calendars know the holidays of that year, its weekdays count as usual. */
  | { readonly type: 'calendar.year-missing'; readonly year: number; readonly calendars: readonly string[] }
  | { readonly type: 'cards.renewing' }
  | ({ readonly type: 'progress.reminder' } & ReportNamed)
  | ({ readonly type: 'progress.received' } & ReportNamed)
  | ({ readonly type: 'progress.skipped' } & ReportNamed)
  /** To whoever leads the project or the department: the grace is over. */
  | ({ readonly type: 'progress.missed-by'; readonly people: readonly PersonId[] } & ReportNamed)
  | {
      readonly type: 'progress.digest-ready';
      readonly week: string;
      readonly answered: number;
      readonly asked: number;
    }
  /** To the heads and management; `by`: who has confirmed it. Without, it is a draft. */
  | ({ readonly type: 'digest.sent'; readonly by?: PersonId } & OfDigest)
  /** To whoever should have confirmed it. */
  | ({ readonly type: 'digest.lapsed' } & OfDigest)
  | ({ readonly type: 'digest.saved' } & OfDigest)
  | ({ readonly type: 'digest.confirmed-by-you' } & OfDigest)
  | ({ readonly type: 'digest.client-sent'; readonly by: PersonId } & OfDigest)
  | ({ readonly type: 'digest.client-sent-by-you'; readonly people: readonly PersonId[] } & OfDigest)
  /** A piece of its text, as it was when somebody asked for it. */
  | ({
      readonly type: 'digest.words';
      readonly section: Section;
      readonly words: string;
      readonly piece: number;
      readonly pieces: number;
    } & OfDigest)
  | ({ readonly type: 'issue.opened'; readonly by: PersonId } & About)
  | ({ readonly type: 'issue.solved'; readonly by: PersonId } & About)
  | ({ readonly type: 'issue.solved-by-you' } & About)
  | ({ readonly type: 'risk.drafted'; readonly by: PersonId } & About)
  | ({ readonly type: 'survey.reminder' } & About)
  | { readonly type: 'survey.thanks' }
  | ({ readonly type: 'survey.answered'; readonly average: number } & About)
  | { readonly type: 'stranger.welcome' }
  | { readonly type: 'stranger.met'; readonly name: string; readonly platform: string; readonly account: string }
  | { readonly type: 'answer.sent-direct' }
  | { readonly type: 'form.closed' }
  | { readonly type: 'word.not-yet'; readonly word: string };

export type NoticeType = Notice['type'];
