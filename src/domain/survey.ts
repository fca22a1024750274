/** A satisfaction survey: one contact of the client, one request, one answer. Scores run from 1 (very dissatisfied) to 5. */
import type { Actor } from './actor.ts';
import { decided, type Decision, given, refused } from './decision.ts';
import type { SurveyDimension } from './firm.ts';
import type { ClientId, PersonId } from './ids.ts';
import type { RecordNumber } from './numbers.ts';

export type Scores = { readonly [D in SurveyDimension]?: number | undefined };

type Always = {
  readonly kind: 'survey';
  readonly number: RecordNumber<'survey'>;
  readonly of: RecordNumber<'request'>;
  /** How often the request had been reopened when this was asked. */
  readonly round: number;
  readonly title: string;
  readonly client: ClientId;
  readonly contact: PersonId;
  /** Who did the work and hears the answer. */
  readonly owner: PersonId;
  readonly dimensions: readonly SurveyDimension[];
  readonly sentAt: Date;
};

export type Survey = Always &
  (
    | { readonly status: 'sent' }
    | { readonly status: 'answered'; readonly scores: Scores; readonly comment?: string; readonly answeredAt: Date }
    | { readonly status: 'expired'; readonly expiredAt: Date }
  );

export type SurveyEvent =
  | { readonly type: 'survey.sent' }
  | { readonly type: 'survey.reminded' }
  | { readonly type: 'survey.answered'; readonly by: PersonId; readonly lowest: number }
  | { readonly type: 'survey.expired' };

export type SurveyRefusal =
  | { readonly type: 'survey.not-found' }
  | { readonly type: 'survey.not-yours' }
  | { readonly type: 'survey.already-answered'; readonly answeredAt: Date }
  | { readonly type: 'survey.expired' }
  | { readonly type: 'survey.score-missing'; readonly field: SurveyDimension }
  | { readonly type: 'survey.nothing-due' };

type SurveyDecision = Decision<Survey, SurveyEvent, SurveyRefusal>;

/** A reopened request that is done again asks again: the round is part of the key. */
export function surveyKey(request: RecordNumber<'request'>, round: number, contact: PersonId): string {
  return `survey:${request}:${round}:${contact}`;
}

export function sendSurvey(always: Omit<Always, 'kind'>): SurveyDecision {
  return decided({ kind: 'survey', ...always, status: 'sent' }, { type: 'survey.sent' });
}

export function remindSurvey(survey: Survey): SurveyDecision {
  return survey.status === 'sent'
    ? decided(survey, { type: 'survey.reminded' })
    : refused({ type: 'survey.nothing-due' });
}

export function expireSurvey(survey: Survey, now: Date): SurveyDecision {
  if (survey.status !== 'sent') return refused({ type: 'survey.nothing-due' });
  return decided({ ...survey, status: 'expired', expiredAt: now }, { type: 'survey.expired' });
}

const isScore = (score: number | undefined): score is number =>
  score !== undefined && Number.isInteger(score) && score >= 1 && score <= 5;

/** Every dimension wants a score; the first answer stands. */
export function answerSurvey(
  survey: Survey,
  by: Actor,
  now: Date,
  scores: Scores,
  words: string | undefined,
): SurveyDecision {
  if (by.kind !== 'person' || by.person.id !== survey.contact) return refused({ type: 'survey.not-yours' });
  if (survey.status === 'answered') return refused({ type: 'survey.already-answered', answeredAt: survey.answeredAt });
  if (survey.status === 'expired') return refused({ type: 'survey.expired' });
  const missing = survey.dimensions.find((dimension) => !isScore(scores[dimension]));
  if (missing) return refused({ type: 'survey.score-missing', field: missing });
  const kept: Scores = Object.fromEntries(survey.dimensions.map((dimension) => [dimension, scores[dimension]]));
  const comment = given(words);
  return decided(
    { ...survey, status: 'answered', scores: kept, answeredAt: now, ...(comment === undefined ? {} : { comment }) },
    {
      type: 'survey.answered',
      by: by.person.id,
      lowest: Math.min(...survey.dimensions.map((dimension) => scores[dimension] ?? 5)),
    },
  );
}

/** The mean of the scores given, 1 to 5; 0 while there is no answer. */
export function averageOf(survey: Survey): number {
  const scores =
    survey.status === 'answered' ? Object.values(survey.scores).filter((score) => score !== undefined) : [];
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}
