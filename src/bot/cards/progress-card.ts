/** A progress report as a card of what was said. */
import type { Progress } from '../../domain/progress.ts';
import { forms } from '../../domain/progress-words.ts';
import { SubmitProgress } from '../intents/progress-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Tone } from './card.ts';
import { button, buttons, fact, facts, subtitle, titleOfReport } from './parts.ts';
import { picture, type Viewer } from './picture.ts';
import { formMessage, labelOf, loadReport, type Report } from './progress-form.ts';

const tones: Readonly<Record<Progress['status'], Tone>> = {
  asked: 'info',
  submitted: 'good',
  skipped: 'muted',
  missed: 'warning',
  excused: 'muted',
};

export function saidBlocks(progress: Progress, words: Words): readonly Block[] {
  if (progress.status !== 'submitted') return [];
  const { words: said, template } = progress;
  const parts = forms[template].asks.flatMap((question): Block[] => {
    const answer = said[question];
    if (answer === undefined) return [];
    return [
      { type: 'aside', text: [labelOf(question, template, words)] },
      { type: 'quote', text: answer },
    ];
  });
  const { fields, healths: health } = words.text;
  return [...(said.health === undefined ? [] : [facts(fact(fields.health, [health[said.health]]))]), ...parts];
}

/** The state in words, and what makes it special. */
export function stateOfReport(progress: Progress, words: Words): string {
  const { card, states } = words.text;
  const isLate = progress.status === 'submitted' && progress.late;
  return states.progress[progress.status] + (isLate ? ` · ${card.late}` : '');
}

function answered(progress: Progress, words: Words, { person }: Viewer): Card {
  const filledIn = progress.status === 'submitted';
  const { card } = words.text;
  const state = stateOfReport(progress, words);
  const title = titleOfReport(progress, words);
  const until = progress.status === 'excused' ? progress.untilDay : undefined;
  return {
    title,
    subtitle: subtitle(progress.number, state),
    tone: tones[progress.status],
    summary: card.progressSaid(words.name(progress.person), title, state),
    blocks: [
      ...(until === undefined ? [] : [{ type: 'paragraph', text: card.excusedUntil(until) } as const]),
      ...saidBlocks(progress, words),
      ...buttons(
        person?.id === progress.person
          ? button(words, filledIn ? 'changeReport' : 'fillIn', SubmitProgress, { progress: progress.number })
          : undefined,
      ),
    ],
  };
}

export const progressCard = picture<Report>({
  load: loadReport,
  draw: (report, words, viewer) =>
    report.progress.status === 'asked' && viewer.person?.id === report.progress.person
      ? formMessage(report, words)
      : { type: 'card', card: answered(report.progress, words, viewer) },
});
