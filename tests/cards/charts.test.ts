/** Charts in all three inks: as agreed, within limits whatever the numbers, and with Chinese letters in the drawn picture. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, Message } from '../../src/bot/cards/card.ts';
import { chartKey } from '../../src/bot/charts/key.ts';
import { density, drawPng, size } from '../../src/bot/charts/png.ts';
import { drawSvg } from '../../src/bot/charts/svg.ts';
import { drawn } from '../../src/bot/platforms/slack/render/message.ts';
import { drawMessage as drawHtml } from '../../src/bot/platforms/playground/render.ts';
import { locales } from '../../src/domain/language.ts';
import { checkBlocks } from '../fakes/slack/checker/blocks.ts';
import { inWords } from '../fakes/slack/checker/checks.ts';
import { anyChart, chartCard, healthCard, healthChart } from './charts.ts';
import { zone } from './drawing.ts';
import { expectGolden } from './golden.ts';
import { type Ink, inks } from './inks.ts';

/** There is a file for every chart that can be drawn. */
const fileOf = (chart: Chart): string | undefined => (chartKey(chart) === undefined ? undefined : 'F0CHART0001');
const chartAt = (key: string, scheme: string, of: string): string => `/chart/${scheme}/${of}?${key.length}`;

/** As it stands where pictures can be shown. */
const pictured: Readonly<Record<string, Partial<Ink>>> = {
  slack: {
    draw: (message) => ({ message: drawn(message, fileOf) }),
    faults: (drawing) =>
      checkBlocks((drawing as { message: { blocks: unknown } }).message.blocks, 'message').map(inWords),
  },
  playground: { draw: (message, locale) => drawHtml(message, { locale, zone, id: 'm1', chartAt }).toString() },
};
const allInks = inks.map((ink) => ({ ...ink, ...pictured[ink.name] }));

const asMessage = (chart: Chart): Message => ({ type: 'card', card: chartCard(chart, 'Digest') });

describe.each(allInks)('$name', ({ name, draw, faults, golden, words }) => {
  test.each(locales)('shows the health of eight weeks as agreed, in %s', (locale) => {
    const bars = draw({ type: 'card', card: healthCard(locale) }, locale);
    const lines = draw(asMessage(healthChart(locale, 'lines')), locale);
    expectGolden(`${name}/chart.${locale}.txt`, `${golden(bars)}\n\n${golden(lines)}\n`);
    expect(words(bars)).toContain(healthChart(locale).alternative);
  });

  test('takes any chart, with whatever numbers and names', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const message = asMessage(chart);
        const drawing = draw(message, 'zh-CN');
        expect(faults(drawing, message)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const chinese = healthChart('zh-CN');

/** How many pixels of two pictures differ. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [before, after] = await Promise.all([one, other].map(pixels));
  if (!before || !after) throw new Error('a picture is missing');
  return before.reduce((count, value, at) => (value === after[at] ? count : count + 1), 0);
}

async function pixels(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

const png = (chart: Chart): Buffer => drawPng(chart) ?? Buffer.alloc(0);
const named = (...names: readonly string[]): Chart => ({
  ...chinese,
  series: chinese.series.map((one, at) => ({ ...one, name: names[at] ?? one.name })),
});

test('the picture is a PNG of twice the size it is shown in, small enough for a slow line', async () => {
  const picture = png(chinese);
  expect(picture.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const image = await loadImage(picture);
  expect([image.width, image.height]).toEqual([size.width * density, size.height * density]);
  expect(picture.byteLength).toBeLessThan(60_000);
});

test('the picture holds Chinese letters, not boxes: other characters are other pixels', async () => {
  const blank = png(named('\u3000a', '\u3000b', '\u3000c'));
  expect(await difference(png(named('正常', '有风险', '偏离')), blank)).toBeGreaterThan(500);
  // A font without these characters would draw the same box for each.
  expect(await difference(png(named('国')), png(named('风')))).toBeGreaterThan(50);
  expect(await difference(png(named('逾')), png(named('审')))).toBeGreaterThan(50);
});

test('a chart that looks the same has the same name, another language or number another', () => {
  expect(chartKey(healthChart('zh-CN'))).toBe(chartKey({ ...chinese, alternative: 'other words' }));
  const [first] = chinese.series;
  const other = first && { ...chinese, series: [{ ...first, values: [9] }, ...chinese.series.slice(1)] };
  const keys = [chinese, healthChart('en-US'), healthChart('zh-CN', 'lines'), ...(other ? [other] : [])].map(chartKey);
  expect(new Set(keys).size).toBe(4);
  expect(keys).not.toContain(undefined);
});

test('drawing never fails, and draws nothing exactly when there is nothing to name', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      const svg = drawSvg(chart, { width: 320, height: 270, scheme: 'dark', ground: '#000000' });
      expect(svg === undefined).toBe(chartKey(chart) === undefined);
      if (svg === undefined) return;
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
      expect(svg).not.toMatch(/<script|NaN|Infinity|undefined/);
    }),
    { numRuns: 60 },
  );
});

test('the picture of any chart is a picture', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      const picture = drawPng(chart);
      expect(picture === undefined).toBe(chartKey(chart) === undefined);
      expect(picture?.subarray(1, 4).toString() ?? 'PNG').toBe('PNG');
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['no series', { series: [] }],
  ['no categories', { categories: [] }],
  ['no numbers', { series: chinese.series.map((one) => ({ ...one, values: [Number.NaN] })) }],
])('a chart with %s stands in words alone', (_, change) => {
  const chart = { ...chinese, ...change };
  expect(chartKey(chart)).toBeUndefined();
  for (const { draw, words, name } of allInks) {
    const drawing = draw(asMessage(chart), 'zh-CN');
    expect(words(drawing), name).toContain(chart.alternative);
    expect(JSON.stringify(drawing), name).not.toMatch(/slack_file|chart_spec|<img/);
  }
});
