/** Rules of the chart element. Answers sentences about what is wrong; the platform refuses them with 200550. */
import { isJson, type Json, list, show, str } from './workspace.ts';

const ratios = new Set(['1:1', '2:1', '4:3', '16:9']);
const themes = new Set(['brand', 'rainbow', 'complementary', 'converse', 'primary']);
/** Kinds the page of the component shows. */
const kinds = new Set(
  'line area bar pie common radar funnel wordCloud scatter linearProgress circularProgress rose heatmap'.split(' '),
);

export function checkChart({
  chart_spec: spec,
  aspect_ratio: ratio,
  color_theme: theme,
  height,
}: Json): readonly string[] {
  const wrong: string[] = [];
  if (ratio !== undefined && !ratios.has(str(ratio))) wrong.push(`aspect_ratio ${show(ratio)}`);
  if (theme !== undefined && !themes.has(str(theme))) wrong.push(`color_theme ${show(theme)}`);
  if (height !== undefined && !/^(auto|\d{1,3}px)$/.test(str(height))) wrong.push(`height ${show(height)}`);
  if (!isJson(spec)) return [...wrong, 'chart_spec is missing'];
  if (!kinds.has(str(spec.type))) wrong.push(`chart_spec.type ${show(spec.type)}`);
  return [...wrong, ...checkData(spec), ...functionsIn(spec)];
}

/** `data` is one table or several; what the axes and series are named after must be in it. */
function checkData(spec: Json): readonly string[] {
  const tables = isJson(spec.data) ? [spec.data] : list(spec.data);
  if (tables.length === 0) return ['chart_spec.data is missing'];
  const rows = tables.flatMap((table) => (isJson(table) ? list(table.values) : []));
  if (rows.length === 0) return ['chart_spec.data has no values'];
  const fields = [spec.xField, spec.yField, spec.seriesField].flat().filter((field) => field !== undefined);
  return fields.flatMap((field) =>
    rows.every((row) => isJson(row) && Object.hasOwn(row, str(field))) ? [] : [`no ${show(field)} in every row`],
  );
}

/** JSON carries none; what would have been one stands where VChart looks for it. */
function functionsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(functionsIn);
  if (!isJson(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const called = /(Method|Filter|Callback)$|^on[A-Z]/.test(key);
    const written = typeof value === 'string' && /^\s*(function\b.*\(|\([\w\s,]*\)\s*=>)/.test(value);
    return called || written ? [`a function: ${key}`] : functionsIn(value);
  });
}
