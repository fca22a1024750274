/**
 * The part of ECharts that our charts need. Its own collections (`echarts/charts`) load every kind of chart there is, which costs
 * 20 MB; these files of it put themselves in, and stand in its list of exports.
 */
import 'echarts/lib/chart/bar.js';
import 'echarts/lib/chart/line.js';
import 'echarts/lib/component/gridSimple.js';
import 'echarts/lib/component/legendPlain.js';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([LabelLayout, CanvasRenderer, SVGRenderer]);

export { init, setPlatformAPI } from 'echarts/core';
