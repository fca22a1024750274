/** The form of a progress report, by its template. */
import { periodBefore } from '../../domain/asking.ts';
import { calendarOf } from '../../domain/calendars.ts';
import { cycleCalled, planOf } from '../../domain/cycle.ts';
import { type About, type Progress, progressKey } from '../../domain/progress.ts';
import { forms, healths, type Question } from '../../domain/progress-words.ts';
import type { Template } from '../../domain/project.ts';
import { mayViewProgress } from '../../domain/visibility.ts';
import { SkipProgress, SubmitProgress } from '../intents/progress-intents.ts';
import type { FieldName } from '../text/catalogue.ts';
import type { Words } from '../text/words.ts';
import type { Button, Field, Form, Message } from './card.ts';
import { button, periodName, titleOfReport, wordsField } from './parts.ts';
import { picture, type Scene } from './picture.ts';

/** What was planned in an earlier period, to be proposed as what was done in this one. */
type Planned = { readonly words: string; readonly in: About };

export type Report = { readonly progress: Progress; readonly planned?: Planned };

/** Further back a plan is of no use to anybody. */
const MOST_BACK = 4;

async function plannedBefore(progress: Progress, { firm, records }: Scene): Promise<Planned | undefined> {
  const cycle = cycleCalled(progress.cycle, firm);
  if (!cycle) return undefined;
  const [plan, calendar] = [planOf(cycle, firm), calendarOf(progress.person, firm)];
  let period = periodBefore(plan, progress.period, calendar);
  for (let back = 0; back < MOST_BACK && period !== undefined; back += 1) {
    const before = await records.byUniqueKey('progress', progressKey(cycle.id, progress.person, period));
    if (before?.status === 'submitted')
      return before.words.next === undefined ? undefined : { words: before.words.next, in: before };
    period = periodBefore(plan, period, calendar);
  }
  return undefined;
}

export async function loadReport(scene: Scene): Promise<Report | undefined> {
  const { records, ref, viewer, firm } = scene;
  const progress = await records.find('progress', ref.of);
  if (!progress || !viewer.person || !mayViewProgress(progress, viewer.person, firm)) return undefined;
  const planned = progress.status === 'submitted' ? undefined : await plannedBefore(progress, scene);
  return planned ? { progress, planned } : { progress };
}

/** A question is called by its template where weeks, days and milestones call it differently. */
const labels: Readonly<Record<Template, Readonly<Partial<Record<Question, FieldName>>>>> = {
  weekly: {},
  daily: { done: 'doneToday', next: 'nextDay' },
  milestone: { next: 'nextStep' },
};

export function labelOf(question: Question, template: Template, words: Words): string {
  return words.text.fields[labels[template][question] ?? question];
}

function fieldsOf({ progress, planned }: Report, words: Words): readonly Field[] {
  const { template } = progress;
  const { asks, needs, health } = forms[template];
  const said = progress.status === 'submitted' ? progress.words : undefined;
  const written = asks.map((question): Field => {
    const proposed = question === needs ? planned : undefined;
    const field = wordsField(words, question, question === needs, said?.[question] ?? proposed?.words);
    const hint = proposed && { hint: words.text.card.plannedIn(periodName(proposed.in, words)) };
    return { ...field, label: labelOf(question, template, words), ...hint };
  });
  if (!health) return written;
  return [
    ...written,
    {
      ...{ id: 'health', label: words.text.fields.health, required: true, type: 'choice' },
      options: healths.map((one) => ({ value: one, label: words.text.healths[one] })),
      value: said?.health ?? 'on-track',
    },
  ];
}

/** Nothing is asked at a milestone that could be left out. */
function skipButton({ status, template, number }: Progress, words: Words): readonly Button[] {
  if (status !== 'asked' || template === 'milestone') return [];
  return [button(words, template === 'daily' ? 'skipToday' : 'skip', SkipProgress, { progress: number })];
}

export function progressFormOf(report: Report, words: Words): Form {
  const { progress } = report;
  const { card } = words.text;
  const others = skipButton(progress, words);
  return {
    title: titleOfReport(progress, words),
    summary: card.progressSummary(progress.template, periodName(progress, words), progress.project),
    intro: [{ type: 'paragraph', text: card.progressIntro(progress.template, words.name(progress.person)) }],
    fields: fieldsOf(report, words),
    submit: button(words, 'submit', SubmitProgress, { progress: progress.number }, 'primary'),
    ...(others.length === 0 ? {} : { others }),
  };
}

export function formMessage(report: Report, words: Words): Message {
  return {
    type: 'form',
    form: progressFormOf(report, words),
    open: button(words, 'fillIn', SubmitProgress, { progress: report.progress.number }, 'primary'),
  };
}

/** The form whatever the state: an answer may be changed. */
export const progressForm = picture<Report>({ load: loadReport, draw: formMessage });
