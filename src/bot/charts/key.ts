/** The name of a drawing: the same for charts that look the same, another as soon as they look different. */
import { createHash } from 'node:crypto';
import type { Chart } from '../cards/card.ts';
import { plotOf } from './plot.ts';

/** Counted up whenever the drawing itself changes, so that an older picture is not taken for it. */
const edition = 1;

/** Undefined when there is nothing to draw. Words are part of it, so every language has its own. */
export function chartKey(chart: Chart): string | undefined {
  const plot = plotOf(chart);
  if (!plot) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([edition, plot]))
    .digest('hex')
    .slice(0, 32);
}
