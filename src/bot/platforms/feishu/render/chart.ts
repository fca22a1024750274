/**
 * A chart as the native element of Card JSON 2.0: `chart_spec` is VChart's, without functions.
 * https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/chart
 * The client draws it with its own VChart, so only what every version knows is used; letters and grid follow its light or dark mode.
 */
import type { Block, Chart, Message } from '../../../cards/card.ts';
import { eitherWay } from '../../../charts/palette.ts';
import { type Plot, plotOf, shortNumber, withoutYears } from '../../../charts/plot.ts';
import type { Element } from './elements.ts';
import { clean, cut } from './escape.ts';

/** More points than this have no room for a number each. */
const numbersUpTo = 12;
const titleLength = 60;
const wholeStepsUpTo = 6;

/** Undefined when there is nothing to draw. */
export function chartElement(chart: Chart): Element | undefined {
  const plot = plotOf(chart);
  if (!plot) return undefined;
  const title = { visible: true, text: cut(clean(chart.title), titleLength) };
  return { tag: 'chart', aspect_ratio: '16:9', chart_spec: { ...marks(plot), title, ...common(plot) } };
}

function marks(plot: Plot): Readonly<Record<string, unknown>> {
  if (plot.kind === 'stacked-bars') return { type: 'bar', stack: true };
  return { type: 'line', point: { visible: true } };
}

function common({ kind, categories, series, whole }: Plot): Readonly<Record<string, unknown>> {
  const numbered = categories.length <= numbersUpTo && (kind === 'stacked-bars' || series.length === 1);
  const names = withoutYears(categories);
  const rows = names.flatMap((name, at) =>
    series.map(({ name: of, values }) => row(name, of, values[at] ?? null, { kind, numbered })),
  );
  return {
    // Point after point, every series in each, so that axis, legend and colours keep our order.
    data: [{ id: 'chart', values: rows }],
    xField: 'c',
    yField: 'v',
    seriesField: 's',
    color: series.map(({ tone }) => eitherWay[tone]),
    legends: { visible: true, orient: 'bottom' },
    label: numbered ? { visible: true, formatter: '{l}' } : { visible: false },
    axes: [
      { orient: 'left', type: 'linear', ...(whole && wholeSteps(series)) },
      { orient: 'bottom', type: 'band' },
    ],
  };
}

type How = { readonly kind: Plot['kind']; readonly numbered: boolean };

/** Short names: a year of weeks must fit a card of 30 KB. A part of nothing has no number. */
function row(c: string, s: string, value: number | null, { kind, numbered }: How): Readonly<Record<string, unknown>> {
  const v = kind === 'stacked-bars' ? (value ?? 0) : value;
  const silent = value === null || (kind === 'stacked-bars' && value === 0);
  return { c, s, v, ...(numbered && { l: silent ? '' : shortNumber(value) }) };
}

/** Left alone, the axis would count three reports in halves. */
function wholeSteps(series: Plot['series']): Readonly<Record<string, unknown>> {
  const highest = series.reduce(
    (sum, { values }) => sum + Math.max(0, ...values.map((value) => Math.abs(value ?? 0))),
    0,
  );
  return highest <= wholeStepsUpTo ? { tick: { tickStep: 1 } } : {};
}

/** The same message with its charts in words alone. */
export function chartsInWords(message: Message): Message {
  const worded = (block: Block): Block =>
    block.type === 'chart' ? { type: 'aside', text: [block.chart.alternative] } : block;
  if (message.type === 'card')
    return { ...message, card: { ...message.card, blocks: message.card.blocks.map(worded) } };
  if (message.type === 'form' && message.form.intro)
    return { ...message, form: { ...message.form, intro: message.form.intro.map(worded) } };
  return message;
}
