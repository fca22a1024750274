/** Weekly progress: the form for the person, the card of what they said, and the digest for the head of the department. */
import type { Firm } from '../../domain/firm.ts';
import type { DepartmentId } from '../../domain/ids.ts';
import { healths, type Progress, type WeekOfReports, weekOfReports } from '../../domain/progress.ts';
import { mayViewProgress } from '../../domain/visibility.ts';
import { SkipProgress, SubmitProgress } from '../intents/progress-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Form, Message, Tone } from './card.ts';
import { button, buttons, fact, facts, subtitle, wordsField } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';

const tones: Readonly<Record<Progress['status'], Tone>> = {
  asked: 'info',
  submitted: 'good',
  skipped: 'muted',
  missed: 'warning',
};

export function progressFormOf(progress: Progress, words: Words): Form {
  const said = progress.status === 'submitted' ? progress.words : undefined;
  const input = { progress: progress.number };
  return {
    title: words.text.card.progressTitle(progress.week),
    summary: words.text.card.progressSummary(progress.week),
    intro: [{ type: 'paragraph', text: words.text.card.progressIntro(words.name(progress.person)) }],
    fields: [
      wordsField(words, 'done', true, said?.done),
      wordsField(words, 'next', false, said?.next),
      wordsField(words, 'blocked', false, said?.blocked),
      wordsField(words, 'risk', false, said?.risk),
      {
        id: 'health',
        label: words.text.fields.health,
        required: true,
        type: 'choice',
        options: healths.map((health) => ({ value: health, label: words.text.healths[health] })),
        value: said?.health ?? 'on-track',
      },
    ],
    submit: button(words, 'submit', SubmitProgress, input, 'primary'),
    ...(progress.status === 'asked' ? { others: [button(words, 'skip', SkipProgress, input)] } : {}),
  };
}

function saidBlocks(progress: Progress, words: Words): readonly Block[] {
  if (progress.status !== 'submitted') return [];
  const { fields, healths: health } = words.text;
  const parts = (['done', 'next', 'blocked', 'risk'] as const).flatMap((id): Block[] => {
    const said = progress.words[id];
    return said === undefined
      ? []
      : [
          { type: 'aside', text: [fields[id]] },
          { type: 'quote', text: said },
        ];
  });
  return [facts(fact(fields.health, [health[progress.words.health]])), ...parts];
}

function answered(progress: Progress, words: Words, { person }: Viewer): Card {
  const filledIn = progress.status === 'submitted';
  const late = filledIn && progress.late ? ` · ${words.text.card.late}` : '';
  const state = words.text.states.progress[progress.status] + late;
  return {
    title: words.text.card.progressTitle(progress.week),
    subtitle: subtitle(progress.number, state),
    tone: tones[progress.status],
    summary: words.text.card.progressSaid(words.name(progress.person), progress.week, state),
    blocks: [
      ...saidBlocks(progress, words),
      ...buttons(
        person?.id === progress.person
          ? button(words, filledIn ? 'changeReport' : 'fillIn', SubmitProgress, { progress: progress.number })
          : undefined,
      ),
    ],
  };
}

async function load(scene: Scene): Promise<Progress | undefined> {
  const progress = await scene.records.find('progress', scene.ref.of);
  return progress && scene.viewer.person && mayViewProgress(progress, scene.viewer.person, scene.firm)
    ? progress
    : undefined;
}

function formMessage(progress: Progress, words: Words): Message {
  return {
    type: 'form',
    form: progressFormOf(progress, words),
    open: button(words, 'fillIn', SubmitProgress, { progress: progress.number }, 'primary'),
  };
}

export const progressCard = picture<Progress>({
  load,
  draw: (progress, words, viewer) =>
    progress.status === 'asked' && viewer.person?.id === progress.person
      ? formMessage(progress, words)
      : { type: 'card', card: answered(progress, words, viewer) },
});

/** The form whatever the state: an answer may be changed. */
export const progressForm = picture<Progress>({ load, draw: formMessage });

type Digest = {
  readonly firm: Firm;
  readonly department: DepartmentId;
  readonly week: string;
  readonly reports: readonly Progress[];
};

/** `of` is `department/week`. */
export const progressDigest = picture<Digest>({
  load: async ({ ref, firm, records, viewer: { person } }) => {
    const [department, week] = ref.of.split('/');
    if (department === undefined || week === undefined || person === undefined) return undefined;
    const reports = (await records.progressOf(week)).filter((report) => report.department === department);
    return reports.length === 0 || !reports.every((report) => mayViewProgress(report, person, firm))
      ? undefined
      : { firm, department: department as DepartmentId, week, reports };
  },
  draw: ({ firm, department, week, reports }, words) => {
    const name = firm.departments.get(department)?.name ?? department;
    const { answered: said, missing, skipped } = weekOfReports(reports, firm);
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
        title: card.digestTitle(name, week),
        tone: said.length === reports.length ? 'good' : 'info',
        summary: card.digestSummary(name, said.length, reports.length),
        blocks,
      },
    };
  },
});

/** What needs the head's eye comes first. */
function worstFirst(answered: WeekOfReports['answered']): WeekOfReports['answered'] {
  const rank = ({ words: { health, blocked } }: WeekOfReports['answered'][number]): number =>
    healths.length - healths.indexOf(health) - (blocked === undefined ? 0 : 0.5);
  return answered.toSorted((a, b) => rank(a) - rank(b));
}
