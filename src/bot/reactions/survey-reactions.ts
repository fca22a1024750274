/** When this has happened to a survey, these people should notice. */
import type { Firm } from '../../domain/firm.ts';
import { averageOf, type Survey, type SurveyEvent } from '../../domain/survey.ts';
import { addWorking } from '../../domain/working-time.ts';
import { ExpireSurvey, RemindSurvey } from '../intents/survey-intents.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, later, say, show, showEverywhere } from './effects.ts';

export function surveyReactions(event: SurveyEvent, survey: Survey, now: Date, firm: Firm): readonly Effect[] {
  const picture: PictureRef = { name: 'survey', of: survey.number };
  const about = { number: survey.number, title: survey.title };
  const base = { input: { survey: survey.number }, record: survey.number, person: survey.contact };
  switch (event.type) {
    case 'survey.sent':
      return [
        show({ person: survey.contact }, picture),
        later(RemindSurvey, {
          ...base,
          key: `survey-reminder:${survey.number}`,
          at: addWorking(now, firm.survey.remindAfterMs, firm.calendar),
          staleMs: firm.survey.expireAfterMs,
        }),
        later(ExpireSurvey, {
          ...base,
          key: `survey-expiry:${survey.number}`,
          at: new Date(now.getTime() + firm.survey.expireAfterMs),
        }),
      ];
    case 'survey.reminded':
      return [say({ person: survey.contact }, { type: 'survey.reminder', ...about })];
    case 'survey.answered': {
      const watchers = new Set([survey.owner, firm.clients.get(survey.client)?.manager]);
      watchers.delete(undefined);
      const average = averageOf(survey);
      return [
        showEverywhere(picture),
        ...[...watchers].flatMap((person): Effect[] =>
          person === undefined
            ? []
            : [
                say({ person }, { type: 'survey.answered', average, number: survey.of, title: survey.title }),
                show({ person }, picture),
              ],
        ),
      ];
    }
    case 'survey.expired':
      return [showEverywhere(picture)];
  }
}
