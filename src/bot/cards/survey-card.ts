/** A satisfaction survey: the form for the contact, thanks afterwards, and the result for the team. */
import type { Firm } from '../../domain/firm.ts';
import { averageOf, type Survey } from '../../domain/survey.ts';
import { mayViewSurvey } from '../../domain/visibility.ts';
import { AnswerSurvey } from '../intents/survey-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Field, Form, Message } from './card.ts';
import { button, fact, facts, subtitle, wordsField } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';

type Data = { readonly survey: Survey; readonly firm: Firm };

function formOf({ survey, firm }: Data, words: Words): Form {
  const input = { survey: survey.number };
  return {
    title: words.text.card.surveyTitle(survey.title),
    summary: words.text.card.surveySummary(survey.title),
    intro: [{ type: 'paragraph', text: words.text.card.surveyIntro(survey.title, firm.name) }],
    fields: [
      ...survey.dimensions.map(
        (dimension): Field => ({
          id: dimension,
          label: words.text.dimensions[dimension],
          required: true,
          type: 'scale',
          options: words.text.grades.map((label, n) => ({ value: String(n + 1), label })),
        }),
      ),
      wordsField(words, 'comment', false),
    ],
    submit: button(words, 'submit', AnswerSurvey, input, 'primary'),
  };
}

function formMessage(data: Data, words: Words): Message {
  const open = button(words, 'answerSurvey', AnswerSurvey, { survey: data.survey.number }, 'primary');
  return { type: 'form', form: formOf(data, words), open };
}

function results(survey: Survey, words: Words): readonly Block[] {
  if (survey.status !== 'answered') return [];
  return [
    { type: 'paragraph', text: words.text.card.surveyAnswered(averageOf(survey).toFixed(1)) },
    facts(
      ...survey.dimensions.map((dimension) => {
        const score = survey.scores[dimension];
        return fact(
          words.text.dimensions[dimension],
          score === undefined ? undefined : [words.text.grades[score - 1] ?? String(score)],
        );
      }),
    ),
    ...(survey.comment === undefined ? [] : [{ type: 'quote', text: survey.comment } as const]),
  ];
}

function card({ survey }: Data, words: Words, viewer: Viewer): Card {
  const state = words.text.states.survey[survey.status];
  const theirs = viewer.person?.id === survey.contact;
  const thanks: Block = {
    type: 'paragraph',
    text: survey.status === 'expired' ? words.text.card.surveyExpired : words.text.card.surveyThanks,
  };
  return {
    title: words.text.card.surveyTitle(survey.title),
    subtitle: subtitle(survey.number, state),
    tone: survey.status === 'answered' ? 'good' : survey.status === 'expired' ? 'muted' : 'info',
    summary: words.text.card.surveyTitle(survey.title),
    blocks: [...(theirs && survey.status !== 'sent' ? [thanks] : []), ...results(survey, words)],
  };
}

async function load(scene: Scene): Promise<Data | undefined> {
  const survey = await scene.records.find('survey', scene.ref.of);
  return survey && scene.viewer.person && mayViewSurvey(survey, scene.viewer.person, scene.firm)
    ? { survey, firm: scene.firm }
    : undefined;
}

export const surveyCard = picture<Data>({
  load,
  draw: (data, words, viewer) =>
    data.survey.status === 'sent' && viewer.person?.id === data.survey.contact
      ? formMessage(data, words)
      : { type: 'card', card: card(data, words, viewer) },
});

export const surveyForm = picture<Data>({ load, draw: formMessage });
