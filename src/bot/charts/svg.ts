/** Draws a chart as SVG. Loads ECharts: import it only when there is a chart to draw. */
import type { Chart } from '../cards/card.ts';
import { init } from './echarts.ts';
import { chartOptions, type Look } from './options.ts';
import { plotOf } from './plot.ts';

/** Letters are the reader's own. Without quotes: the renderer puts them into an attribute as they are. */
const font = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif';

/** Undefined when there is nothing to draw. */
export function drawSvg(chart: Chart, look: Omit<Look, 'font'>): string | undefined {
  const plot = plotOf(chart);
  if (!plot) return undefined;
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height: look.height });
  try {
    drawing.setOption(chartOptions(plot, { ...look, font }));
    return drawing.renderToSVGString({ useViewBox: true });
  } finally {
    drawing.dispose();
  }
}
