/** A survey is still unanswered: remind once. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { RemindSurvey } from '../bot/intents/survey-intents.ts';
import { remindSurvey } from '../domain/survey.ts';

export const surveyRemind = clockCommand(RemindSurvey, async ({ input, records }) => {
  const survey = await records.find('survey', input.survey);
  return survey ? outcome(remindSurvey(survey)) : refuse({ type: 'survey.not-found' });
});
