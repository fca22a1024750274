/** Wishes about satisfaction surveys. */
import { z } from 'zod';
import { filled, intent, numberShape, words } from './intent.ts';

const survey = numberShape('SUR');
/** Grades arrive as text from every platform's form. */
const score = z.coerce.number().int().optional();

export const AnswerSurvey = intent(
  'survey.answer',
  z.object({
    survey,
    fields: filled({ quality: score, result: score, attitude: score, communication: score, comment: words }),
  }),
);
/** The clock's. */
export const RemindSurvey = intent('survey.remind', z.object({ survey }));
export const ExpireSurvey = intent('survey.expire', z.object({ survey }));
