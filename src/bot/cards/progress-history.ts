/** How the last periods of a cycle went: health as a chart, and for each period who said what state. */
import { type Cycle, type CycleId, cycleCalled, cyclesOf, nameOf, subjectOf } from '../../domain/cycle.ts';
import type { Firm } from '../../domain/firm.ts';
import { byName } from '../../domain/period.ts';
import type { Progress } from '../../domain/progress.ts';
import { forms, type Health, healths } from '../../domain/progress-words.ts';
import { mayViewCycle } from '../../domain/visibility.ts';
import { ShowProgressHistory, ShowProgressPeriod } from '../intents/progress-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Button, Chart, Tone } from './card.ts';
import { button, buttons, periodName } from './parts.ts';
import { picture } from './picture.ts';
import { stateOfReport } from './progress-card.ts';

const MOST_PERIODS = 8;
/** A project of more people than this is told by its digests. */
const MOST_PEOPLE = 40;

type Period = { readonly name: (words: Words) => string; readonly id: string; readonly reports: readonly Progress[] };

type History = {
  readonly cycle: Cycle;
  readonly name: string;
  /** Oldest first. */
  readonly periods: readonly Period[];
  /** The other cycles of the same project or department. */
  readonly others: readonly Cycle[];
};

function periodsOf(reports: readonly Progress[], firm: Firm): readonly Period[] {
  return [...Map.groupBy(reports, ({ period }) => period)]
    .toSorted(([, [a]], [, [b]]) => (b?.openedAt.getTime() ?? 0) - (a?.openedAt.getTime() ?? 0))
    .slice(0, MOST_PERIODS)
    .toReversed()
    .map(([id, all]) => ({
      ...{ id, reports: byName(all, firm) },
      name: (words) => (all[0] ? periodName(all[0], words) : id),
    }));
}

const tones: Readonly<Record<Health, Tone>> = { 'on-track': 'good', 'at-risk': 'warning', 'off-track': 'bad' };

function count(reports: readonly Progress[], health: Health): number {
  return reports.filter((one) => one.status === 'submitted' && one.words.health === health).length;
}

/** The same in words: `2026-W48: On track 2, At risk 1`. */
function healthInWords({ reports, name }: Period, words: Words): string {
  const { card, healths: called } = words.text;
  const counts = healths.flatMap((health) => {
    const n = count(reports, health);
    return n === 0 ? [] : [card.counted(called[health], n)];
  });
  return card.healthOf(name(words), counts);
}

export function healthChart(periods: readonly Period[], words: Words): Chart {
  const { card, healths: called } = words.text;
  return {
    title: card.healthTrend,
    kind: 'stacked-bars',
    categories: periods.map(({ name }) => name(words)),
    series: healths.map((health) => ({
      ...{ name: called[health], tone: tones[health] },
      values: periods.map(({ reports }) => count(reports, health)),
    })),
    alternative: periods.map((period) => healthInWords(period, words)).join('\n'),
  };
}

/** `李强: On track` for each of them. */
function states(reports: readonly Progress[], words: Words): string {
  const { card, healths: called } = words.text;
  const said = reports.map((report) => {
    const health = report.status === 'submitted' ? report.words.health : undefined;
    return card.stateOf(words.name(report.person), health ? called[health] : stateOfReport(report, words));
  });
  return card.statesOf(said);
}

function draw({ cycle, name, periods, others }: History, words: Words): readonly Block[] {
  const { card } = words.text;
  if (periods.length === 0) return [{ type: 'paragraph', text: card.historyNone }];
  const rows = periods.toReversed().map(
    (period): Block => ({
      type: 'item',
      text: [{ strong: period.name(words) }],
      aside: [states(period.reports, words)],
      button: button(words, 'open', ShowProgressPeriod, { cycle: cycle.id, period: period.id }),
    }),
  );
  const more = others.map(
    ({ id, cadence }): Button => ({
      label: card.historyTitle(name, words.text.templates[cadence.template]),
      wish: { intent: ShowProgressHistory.name, input: { cycle: id } },
      look: 'plain',
    }),
  );
  const chart: readonly Block[] = forms[cycle.cadence.template].health
    ? [{ type: 'chart', chart: healthChart(periods, words) }]
    : [];
  return [...chart, ...rows, ...buttons(...more)];
}

/** `of` is the cycle's id. */
export const progressHistory = picture<History>({
  load: async ({ ref, firm, records, viewer: { person } }) => {
    const cycle = cycleCalled(ref.of, firm);
    if (!cycle || !person || !mayViewCycle(cycle.id, person, firm)) return undefined;
    const reports = await records.reportsOf({ cycle: cycle.id }, MOST_PERIODS * MOST_PEOPLE);
    const about = (id: CycleId): string => Object.values(subjectOf(id)).join();
    const others = cyclesOf(firm).filter(({ id }) => id !== cycle.id && about(id) === about(cycle.id));
    return { cycle, name: nameOf(cycle.id, firm), periods: periodsOf(reports, firm), others };
  },
  draw: (history, words) => {
    const { cycle, name } = history;
    const title = words.text.card.historyTitle(name, words.text.templates[cycle.cadence.template]);
    return { type: 'card', card: { title, tone: 'neutral', summary: title, blocks: draw(history, words) } };
  },
});
