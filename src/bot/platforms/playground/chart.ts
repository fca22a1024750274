/** A chart as a picture of the page: drawn for a desk and for a hand, in light and in dark; with its words for those who do not see it. */
import type { Chart } from '../../cards/card.ts';
import { chartKey } from '../../charts/key.ts';
import type { Look } from '../../charts/options.ts';
import type { Scheme } from '../../charts/palette.ts';
import { type Html, html } from './html.ts';
import { cut } from './limits.ts';

/** Points, so that letters are as large as those around it. */
export const chartSizes = {
  wide: { width: 560, height: 300 },
  narrow: { width: 320, height: 270 },
} as const satisfies Readonly<Record<string, Pick<Look, 'width' | 'height'>>>;

export type ChartSize = keyof typeof chartSizes;

/** Where the page serves the picture of a chart. */
export type ChartAt = (key: string, scheme: Scheme, size: ChartSize) => string;

/** Below this width of the window a card is narrower than the wide picture. */
const narrowBelow = '(max-width: 660px)';
const dark = '(prefers-color-scheme: dark)';

export function drawChart(chart: Chart, at: ChartAt | undefined): Html {
  const key = chartKey(chart);
  if (key === undefined || at === undefined) return html`<p class="words aside">${cut(chart.alternative)}</p>`;
  const source = (scheme: Scheme, size: ChartSize, media: string): Html => {
    const { width, height } = chartSizes[size];
    return html`<source media="${media}" srcset="${at(key, scheme, size)}" width="${width}" height="${height}">`;
  };
  const { width, height } = chartSizes.wide;
  const title = cut(chart.title);
  const caption = title.trim() === '' ? '' : html`<figcaption>${title}</figcaption>`;
  return html`<figure class="chart">${caption}<picture>${source('dark', 'narrow', `${dark} and ${narrowBelow}`)}${source('dark', 'wide', dark)}${source('light', 'narrow', narrowBelow)}<img src="${at(key, 'light', 'wide')}" width="${width}" height="${height}" alt="${cut(chart.alternative)}" decoding="async"></picture></figure>`;
}
