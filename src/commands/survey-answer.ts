/** A contact answers a survey; without answers the form is opened. A finished request closes once everyone has answered. */
import { type Change, command, opens, refuse } from '../bot/engine/define.ts';
import { AnswerSurvey } from '../bot/intents/survey-intents.ts';
import { close } from '../domain/request.ts';
import { answerSurvey } from '../domain/survey.ts';

export const surveyAnswer = command(AnswerSurvey, async ({ input, by, now, records }) => {
  const survey = await records.find('survey', input.survey);
  if (!survey) return refuse({ type: 'survey.not-found' });
  const { comment, ...scores } = input.fields ?? {};
  const answered = answerSurvey(survey, by, now, scores, comment);
  // A missing grade only means that the form has not been filled in yet.
  if (!input.fields && !answered.ok && answered.refusal.type === 'survey.score-missing')
    return opens({ name: 'survey-form', of: survey.number });
  if (!answered.ok) return refuse(answered.refusal);

  const changes: Change[] = [{ state: answered.state, events: answered.events }];
  const others = (await records.childrenOf('survey', survey.of)).filter(
    ({ number, round }) => number !== survey.number && round === survey.round,
  );
  const request = others.some(({ status }) => status === 'sent') ? undefined : await records.find('request', survey.of);
  const closed = request && request.reopenings === survey.round ? close(request, now) : undefined;
  if (closed?.ok) changes.push({ state: closed.state, events: closed.events });
  return {
    kind: 'decided',
    changes,
    answer: { notice: { type: 'survey.thanks' }, become: { name: 'survey', of: survey.number } },
  };
});
