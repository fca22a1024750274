/** What a chart looks like, as options of ECharts: one drawing for every place that shows a picture of it. Pure. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Tone } from '../cards/card.ts';
import { roughWidth } from './measure.ts';
import { type Paint, paints, type Scheme, surroundings } from './palette.ts';
import { axisWords, type Plot, type Series, shortNumber, withoutYear } from './plot.ts';

export type Look = {
  readonly width: number;
  readonly height: number;
  readonly scheme: Scheme;
  /** The colour it stands on. */
  readonly ground: string;
  readonly font: string;
};

const fontSize = 14;
/** Of one line of text on a bar, with air around it. */
const roomForNumber = 17;
const legendGap = 14;
const legendRow = 26;
const legendMark = { 'stacked-bars': 16, lines: 26 } as const;
/** A part lower than this is nothing but its seam. */
const thin = 5;
const widestBar = 40;
const barGap = 0.3;
/** More columns than this are too narrow for a number each. */
const columnsWithNumbers = 13;
/** What legend and axis take from the height. */
const frameHeight = 90;
/** What the value axis takes from the width, and the air between the words of two categories. */
const axisWidth = 46;
const air = 7;

type Decal = Exclude<NonNullable<BarSeriesOption['itemStyle']>['decal'], 'none' | undefined>;

/** A pattern on what is not well: told apart without any colour. */
const decals: Readonly<Partial<Record<Tone, Decal>>> = {
  warning: {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [2, 6],
    rotation: -Math.PI / 4,
    color: 'rgb(0 0 0 / 20%)',
  },
  bad: {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    color: 'rgb(255 255 255 / 22%)',
  },
};

const marks = ['circle', 'triangle', 'rect', 'diamond', 'emptyCircle', 'emptyTriangle'] as const;
const dashes = ['solid', [7, 4], [2, 4], [10, 4, 2, 4], 'solid', [7, 4]] as const;

export function chartOptions(plot: Plot, look: Look): EChartsCoreOption {
  const { ink, soft, rule } = surroundings[look.scheme];
  const text = { color: ink, fontFamily: look.font, fontSize };
  const axisFont = look.width < 400 ? 12 : fontSize;
  const step = Math.max(1, Math.ceil((plot.categories.length * widest(plot, axisFont)) / (look.width - axisWidth)));
  const words = axisWords(plot.categories, step);
  return {
    animation: false,
    backgroundColor: look.ground,
    textStyle: text,
    legend: {
      top: 10,
      left: 10,
      right: 10,
      itemGap: legendGap,
      itemWidth: legendMark[plot.kind],
      itemHeight: 12,
      icon: plot.kind === 'lines' ? undefined : 'rect',
      selectedMode: false,
      textStyle: text,
      data: plot.series.map(({ name }) => name),
    },
    grid: {
      top: 46 + (legendRows(plot, look) - 1) * legendRow,
      left: 12,
      right: endNumbers(plot) ? 40 : 16,
      bottom: 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: [...plot.categories],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: soft } },
      axisLabel: {
        ...text,
        color: soft,
        fontSize: axisFont,
        interval: (at: number) => at % step === 0,
        lineHeight: 17,
        formatter: (name: string, at: number) => words[at] ?? name,
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      ...(plot.whole && { minInterval: 1 }),
      axisLabel: { ...text, color: soft, fontSize: axisFont, formatter: shortNumber },
      splitLine: { lineStyle: { color: rule } },
    },
    series: plot.series.map((series, at) =>
      plot.kind === 'lines' ? line(series, at, plot, look) : bar(series, plot, look),
    ),
  };
}

/** A legend that is too long for one row goes on below, and the plot makes room. */
function legendRows({ kind, series }: Plot, { width }: Look): number {
  const most = width - 2 * legendGap;
  const ends = series.reduce(
    ({ rows, end }, { name }) => {
      const next = legendMark[kind] + air + roughWidth(name, fontSize);
      return end + next > most ? { rows: rows + 1, end: next + legendGap } : { rows, end: end + next + legendGap };
    },
    { rows: 1, end: 0 },
  );
  return ends.rows;
}

/** The room that the words of one category need beside each other. */
function widest({ categories }: Plot, size: number): number {
  return Math.max(...categories.map((category) => roughWidth(withoutYear(category), size) + air));
}

function few({ categories }: Plot): boolean {
  return categories.length < columnsWithNumbers;
}

/** Numbers along several lines would cover one another: each then has only its last. */
function endNumbers({ kind, series, categories }: Plot): boolean {
  return kind === 'lines' && (series.length > 1 || categories.length >= columnsWithNumbers);
}

function bar(series: Series, plot: Plot, look: Look): BarSeriesOption {
  const paint = paints[look.scheme][series.tone];
  const decal = decals[series.tone];
  // A seam of the background's colour between two parts of a column.
  const seam = few(plot) ? { borderColor: look.ground, borderWidth: 1 } : {};
  return {
    type: 'bar',
    name: series.name,
    stack: 'all',
    barMaxWidth: widestBar,
    barCategoryGap: `${barGap * 100}%`,
    itemStyle: { color: paint.fill, ...seam, ...(decal && few(plot) && { decal }) },
    label: { show: few(plot), position: 'inside', ...numberOn(paint, look) },
    data: series.values.map((value) => part(value ?? 0, plot, look)),
  };
}

/** The number stands on its own colour, whatever pattern is below it. */
function numberOn({ fill, on }: Paint, { font }: Look): NonNullable<BarSeriesOption['label']> {
  return { color: on, fontFamily: font, fontSize, backgroundColor: fill, padding: [1, 3], borderRadius: 3 };
}

function line(series: Series, at: number, plot: Plot, look: Look): LineSeriesOption {
  const { fill } = paints[look.scheme][series.tone];
  const dash = dashes[at % dashes.length] ?? 'solid';
  const last = lastOf(series);
  const text = { color: surroundings[look.scheme].ink, fontFamily: look.font, fontSize };
  return {
    type: 'line',
    name: series.name,
    symbol: marks[at % marks.length] ?? 'circle',
    symbolSize: few(plot) ? 9 : 5,
    showAllSymbol: true,
    lineStyle: { color: fill, width: 2.5, type: typeof dash === 'string' ? dash : [...dash] },
    itemStyle: { color: fill },
    label: { show: few(plot) && !endNumbers(plot), position: 'top', ...text },
    endLabel: { show: endNumbers(plot) && isAlone(last, at, plot, look), formatter: shortNumber(last), ...text },
    labelLayout: { hideOverlap: true },
    data: series.values.map((value) => ({ value, label: { formatter: value === null ? '' : shortNumber(value) } })),
  };
}

function lastOf({ values }: Series): number {
  return values.findLast((value) => value !== null) ?? 0;
}

/** Where two lines end together, the number stands once. */
function isAlone(last: number, at: number, plot: Plot, look: Look): boolean {
  return plot.series.slice(0, at).every((before) => heightOf(last - lastOf(before), plot, look) >= roomForNumber);
}

/** One part of a column. A part of nothing is not drawn, else its seam would be; a thin one is all seam, so it has none. */
function part(value: number, plot: Plot, look: Look): NonNullable<BarSeriesOption['data']>[number] {
  const high = heightOf(value, plot, look);
  const number = shortNumber(value);
  const roomy = high >= roomForNumber && roughWidth(number, fontSize) + air <= barWidth(plot, look);
  return {
    value: value === 0 ? '-' : value,
    label: { formatter: roomy ? number : '' },
    ...(high < thin && { itemStyle: { borderWidth: 0 } }),
  };
}

function barWidth({ categories }: Plot, { width }: Look): number {
  return Math.min(widestBar, ((width - axisWidth) / categories.length) * (1 - barGap));
}

/** In points, of what this much takes from the height of the plot. */
function heightOf(amount: number, { kind, series, categories }: Plot, { height }: Look): number {
  const ends = categories.flatMap((_, at) => {
    const column = series.map(({ values }) => values[at] ?? 0);
    return kind === 'lines' ? column : [sum(column.filter((one) => one > 0)), sum(column.filter((one) => one < 0))];
  });
  const span = Math.max(...ends, 0) - Math.min(...ends, 0);
  return span === 0 ? 0 : (Math.abs(amount) / span) * (height - frameHeight);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
