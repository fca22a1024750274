/** SLA clocks in the metrics, read from the database whenever somebody looks. */
import type { Windows } from '../ports/windows.ts';
import type { Metrics } from './metrics.ts';

export function gaugeClocks(
  { gauge }: Pick<Metrics, 'gauge'>,
  { clockCounts, clockTimes }: Pick<Windows, 'clockCounts' | 'clockTimes'>,
): void {
  gauge('sla_clocks', 'SLA clocks, by what is promised and how it stands', ['clock', 'outcome'], async () =>
    (await clockCounts()).map(({ clock, outcome, count }) => ({ at: { clock, outcome }, value: count })),
  );
  gauge(
    'sla_used_minutes',
    'Working minutes that met clocks have used, by service: median and 90th percentile',
    ['clock', 'service', 'quantile'],
    async () =>
      (await clockTimes()).flatMap(({ clock, service, medianMinutes, p90Minutes }) => [
        { at: { clock, service, quantile: '0.5' }, value: medianMinutes },
        { at: { clock, service, quantile: '0.9' }, value: p90Minutes },
      ]),
  );
}
