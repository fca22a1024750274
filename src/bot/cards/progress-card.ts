/** A progress report as a card of what was said, and the digest for whoever leads. */
import { type CycleId, nameOf } from '../../domain/cycle.ts';
import type { Firm } from '../../domain/firm.ts';
import { type PeriodOfReports, periodOfReports } from '../../domain/period.ts';
import type { Progress } from '../../domain/progress.ts';
import { forms, healths } from '../../domain/progress-words.ts';
import { mayViewProgress } from '../../domain/visibility.ts';
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

type Digest = {
  readonly firm: Firm;
  readonly cycle: CycleId;
  readonly period: string;
  readonly reports: readonly Progress[];
};

/** `of` is `cycle/period`. */
export const progressDigest = picture<Digest>({
  load: async ({ ref, firm, records, viewer: { person } }) => {
    const cut = ref.of.lastIndexOf('/');
    const [cycle, period] = [ref.of.slice(0, cut) as CycleId, ref.of.slice(cut + 1)];
    if (person === undefined) return undefined;
    const reports = await records.progressOf(cycle, period);
    return reports.length === 0 || !reports.every((report) => mayViewProgress(report, person, firm))
      ? undefined
      : { firm, cycle, period, reports };
  },
  draw: ({ firm, cycle, period, reports }, words) => {
    const name = nameOf(cycle, firm);
    const { answered: said, missing, skipped } = periodOfReports(reports, firm);
    const { card } = words.text;
    const blocks: Block[] = [{ type: 'paragraph', text: card.digestCount(said.length, reports.length) }];
    if (missing.length > 0) blocks.push({ type: 'paragraph', text: card.digestMissing(words.names(missing)) });
    if (skipped.length > 0) blocks.push({ type: 'paragraph', text: card.digestSkipped(words.names(skipped)) });
    for (const report of worstFirst(said)) {
      blocks.push(
        { type: 'divider' },
        { type: 'heading', text: words.name(report.person) },
        ...saidBlocks(report, words),
      );
    }
    return {
      type: 'card',
      card: {
        title: card.digestTitle(name, period),
        tone: said.length === reports.length ? 'good' : 'info',
        summary: card.digestSummary(name, said.length, reports.length),
        blocks,
      },
    };
  },
});

/** What needs the head's eye comes first. */
function worstFirst(answered: PeriodOfReports['answered']): PeriodOfReports['answered'] {
  const rank = ({ words: { health, blocked } }: PeriodOfReports['answered'][number]): number =>
    healths.length - healths.indexOf(health ?? 'on-track') - (blocked === undefined ? 0 : 0.5);
  return answered.toSorted((a, b) => rank(a) - rank(b));
}
