/** A chart in Feishu: the native element, its words below, and no card lost for it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Block, Card } from '../../../src/bot/cards/card.ts';
import { drawCard } from '../../../src/bot/platforms/feishu/render/message.ts';
import { healthCard, healthChart } from '../../cards/charts.ts';
import { lintCard } from '../../fakes/feishu/card-lint.ts';
import { ana, bench, type Bench } from './bench.ts';

let b: Bench;
beforeEach(async () => {
  b = await bench();
});
afterEach(() => b.close());

const place = { type: 'person', account: ana } as const;
const attempt = { id: 'post-1', attempt: 1, since: new Date() };
const chart = healthChart('zh-CN');
const elementsOf = (card: Card) => drawCard(card).body.elements;
const chartsIn = (card: Card) => elementsOf(card).filter(({ tag }) => tag === 'chart');
const withCharts = (count: number, more: readonly Block[] = []): Card => ({
  ...healthCard('zh-CN'),
  blocks: [...Array.from({ length: count }, (): Block => ({ type: 'chart', chart })), ...more],
});

test('a chart is native, names its weeks and series in the reader’s language, and says the same below in small words', async () => {
  const [, native, words] = elementsOf(healthCard('zh-CN'));
  expect(native).toMatchObject({ tag: 'chart', aspect_ratio: '16:9', chart_spec: { type: 'bar', stack: true } });
  expect(words).toMatchObject({ tag: 'markdown', text_size: 'notation' });
  const sent = await b.platform.post(place, { type: 'card', card: healthCard('zh-CN') }, attempt);
  expect(sent.ok).toBe(true);
  expect(b.fake.sees(ana)[0]?.text).toContain(chart.alternative);
  expect(b.fake.breaches).toEqual([]);
});

test('few reports are counted in whole steps', () => {
  const few = {
    ...chart,
    series: chart.series.slice(0, 1).map((one) => ({ ...one, values: [1, 2, 3, 1, 1, 0, 2, 2] })),
  };
  const [drawn] = chartsIn({ ...healthCard('zh-CN'), blocks: [{ type: 'chart', chart: few }] });
  expect(drawn).toMatchObject({
    chart_spec: { axes: [{ orient: 'left', tick: { tickStep: 1 } }, { orient: 'bottom' }] },
  });
});

test('of more than five charts the others stand in words', () => {
  const card = withCharts(7);
  expect(chartsIn(card)).toHaveLength(5);
  expect(elementsOf(card).filter(({ tag }) => tag === 'markdown')).toHaveLength(7);
  expect(lintCard(drawCard(card))).toEqual([]);
});

test('in a card that grows too large, quotes give way first and then charts; words and buttons stay', () => {
  const quotes = Array.from({ length: 12 }, (): Block => ({ type: 'quote', text: '长'.repeat(2000) }));
  expect(chartsIn(withCharts(1, quotes))).toHaveLength(1);
  const paragraphs = Array.from({ length: 6 }, (): Block => ({ type: 'paragraph', text: ['长'.repeat(1800)] }));
  const crowded = withCharts(1, paragraphs);
  expect(chartsIn(crowded)).toHaveLength(0);
  expect(JSON.stringify(elementsOf(crowded))).toContain('近 8 周的健康度，从');
});

const native = {
  tag: 'chart',
  chart_spec: { type: 'bar', data: { values: [{ c: 'a', v: 1 }] }, xField: 'c', yField: 'v' },
};
const cardOf = (...elements: readonly object[]) => ({
  schema: '2.0',
  config: { update_multi: true },
  body: { elements },
});

test.each([
  ['no spec', { tag: 'chart' }, 200550],
  ['an unknown kind', { ...native, chart_spec: { ...native.chart_spec, type: 'stacked-bars' } }, 200550],
  ['no data', { ...native, chart_spec: { type: 'bar' } }, 200550],
  ['data without rows', { ...native, chart_spec: { type: 'bar', data: [{ id: 'x', values: [] }] } }, 200550],
  ['an axis of a field that is not there', { ...native, chart_spec: { ...native.chart_spec, xField: 'week' } }, 200550],
  ['a function', { ...native, chart_spec: { ...native.chart_spec, label: { formatMethod: 'v => v' } } }, 200550],
  ['another aspect ratio', { ...native, aspect_ratio: '3:1' }, 200550],
  ['an unknown property', { ...native, title: 'x' }, 200621],
])('the fake refuses a chart with %s', (_, element, code) => {
  expect(lintCard(cardOf(element)).map((fault) => fault.code)).toContain(code);
});

test('the fake shows a right chart, and refuses the sixth', () => {
  expect(lintCard(cardOf(native))).toEqual([]);
  expect(lintCard(cardOf(...Array.from({ length: 6 }, () => native)))).toMatchObject([{ code: 200550 }]);
});

test('a tenant whose clients take no charts still gets the card, in words, also when it is drawn anew', async () => {
  await b.close();
  b = await bench({ refusesCharts: true });
  const message = { type: 'card', card: healthCard('zh-CN') } as const;
  const sent = await b.platform.post(place, message, attempt);
  if (!sent.ok) throw new Error(sent.failure.cause);
  expect((await b.platform.update(sent.value, message)).ok).toBe(true);
  expect(b.fake.posted).toBe(1);
  const [seen] = b.fake.sees(ana);
  expect(seen?.text).toContain(chart.alternative);
  expect(seen?.buttons).toEqual(['OK']);
});
