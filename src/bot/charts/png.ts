/** Draws a chart as PNG, with Chinese letters of our own. Loads ECharts and Skia: import it only when there is a chart to draw. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Canvas, createCanvas, DOMMatrix, GlobalFonts } from '@napi-rs/canvas';
import type { Chart } from '../cards/card.ts';
import { init, setPlatformAPI } from './echarts.ts';
import { roughWidth } from './measure.ts';
import { chartOptions } from './options.ts';
import { plotOf } from './plot.ts';

/** A server has no Chinese letters of its own. These two subsets hold Latin and simplified Chinese. */
const fonts = [
  { name: 'Steward Latin', file: 'noto-sans-sc-latin-400-normal.woff2' },
  { name: 'Steward Han', file: 'noto-sans-sc-chinese-simplified-400-normal.woff2' },
] as const;
const packages = createRequire(import.meta.url);
for (const { name, file } of fonts) {
  if (GlobalFonts.has(name)) continue;
  GlobalFonts.register(readFileSync(packages.resolve(`@fontsource/noto-sans-sc/files/${file}`)), name);
}
const font = [...fonts.map(({ name }) => name), 'sans-serif'].join(', ');

// ECharts turns patterns only where the global of browsers is.
if (!('DOMMatrix' in globalThis))
  Object.defineProperty(globalThis, 'DOMMatrix', { value: DOMMatrix, configurable: true });
const ruler = createCanvas(32, 32).getContext('2d');
setPlatformAPI({
  createCanvas: () => createCanvas(32, 32),
  // This is for every drawing of the process; the letters of an SVG are the reader's, and cannot be measured here.
  measureText: (text, asked = '') => {
    if (!asked.includes(fonts[0].name))
      return { width: roughWidth(text, Number.parseFloat(/[\d.]+(?=px)/.exec(asked)?.[0] ?? '12')) };
    ruler.font = asked;
    return ruler.measureText(text);
  },
});

/** Points; drawn at twice as many pixels, for sharp screens. On a phone it is hardly made smaller. */
export const size = { width: 480, height: 300 };
export const density = 2;

/** On a light ground, which is well read in dark surroundings too. Undefined when there is nothing to draw. */
export function drawPng(chart: Chart): Buffer | undefined {
  const plot = plotOf(chart);
  if (!plot) return undefined;
  const canvas: Canvas = createCanvas(size.width * density, size.height * density);
  const drawing = init(canvas, null, { renderer: 'canvas', devicePixelRatio: density, ...size });
  try {
    drawing.setOption(chartOptions(plot, { ...size, scheme: 'light', ground: '#ffffff', font }));
    return canvas.toBuffer('image/png');
  } finally {
    drawing.dispose();
  }
}
