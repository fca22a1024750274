/** Satisfaction surveys: sent to one contact, answered once by that contact, never by anybody else. */
import { expect, test } from 'vitest';
import type { SurveyDimension } from '../../src/domain/firm.ts';
import {
  answerSurvey,
  averageOf,
  expireSurvey,
  remindSurvey,
  type Survey,
  surveyKey,
} from '../../src/domain/survey.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { ann, by, clock, everyone } from './firm.ts';
import { later, monday } from './requests.ts';
import { grades as scores, sending } from './surveys.ts';

const sent: Survey = yes(sending());
const answered = yes(answerSurvey(sent, by(ann), later(10), scores, ' 很好 '));
const expired = yes(expireSurvey(sent, later(10)));

test('every round of a request asks every contact once', () => {
  expect(surveyKey('REQ-7', 0, ann.id)).toBe('survey:REQ-7:0:ann');
  expect(surveyKey('REQ-7', 1, ann.id)).not.toBe(surveyKey('REQ-7', 0, ann.id));
});

test('an answer keeps a grade for every dimension, nothing else, and the words', () => {
  const decision = answerSurvey(sent, by(ann), later(10), { ...scores, hidden: 1 } as typeof scores, ' 很好 ');
  expect(yes(decision)).toMatchObject({ status: 'answered', scores, comment: '很好', answeredAt: later(10) });
  expect(yes(decision)).not.toHaveProperty('scores.hidden');
  expect(eventsOf(decision)).toEqual([{ type: 'survey.answered', by: 'ann', lowest: 2 }]);
  expect(yes(answerSurvey(sent, by(ann), later(10), scores, ' \u200b'))).not.toHaveProperty('comment');
});

test('a grade is a whole number from 1 to 5, and each is needed', () => {
  for (const bad of [undefined, 0, 6, 2.5, Number.NaN, -1]) {
    for (const dimension of Object.keys(scores) as SurveyDimension[]) {
      const given = { ...scores, [dimension]: bad };
      expect(no(answerSurvey(sent, by(ann), monday, given, ''))).toEqual({
        type: 'survey.score-missing',
        field: dimension,
      });
    }
  }
});

test('nobody answers for the contact', () => {
  for (const actor of [...everyone.filter((person) => person !== ann).map(by), clock]) {
    expect(no(answerSurvey(sent, actor, monday, scores, ''))).toEqual({ type: 'survey.not-yours' });
  }
});

test('the first answer stands, and a closed survey takes none', () => {
  expect(no(answerSurvey(answered, by(ann), later(20), scores, ''))).toEqual({
    type: 'survey.already-answered',
    answeredAt: later(10),
  });
  expect(no(answerSurvey(expired, by(ann), later(20), scores, ''))).toEqual({ type: 'survey.expired' });
});

test('only an unanswered survey is reminded of and expires', () => {
  expect(eventsOf(remindSurvey(sent))).toEqual([{ type: 'survey.reminded' }]);
  expect(expired).toMatchObject({ status: 'expired', expiredAt: later(10) });
  for (const over of [answered, expired]) {
    expect(no(remindSurvey(over))).toEqual({ type: 'survey.nothing-due' });
    expect(no(expireSurvey(over, later(20)))).toEqual({ type: 'survey.nothing-due' });
  }
});

test('the average is of the grades that were given', () => {
  expect(averageOf(answered)).toBe(4);
  expect(averageOf(sent)).toBe(0);
});
