/** A survey has waited long enough. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { ExpireSurvey } from '../bot/intents/survey-intents.ts';
import { expireSurvey } from '../domain/survey.ts';

export const surveyExpire = clockCommand(ExpireSurvey, async ({ input, now, records }) => {
  const survey = await records.find('survey', input.survey);
  return survey ? outcome(expireSurvey(survey, now)) : refuse({ type: 'survey.not-found' });
});
