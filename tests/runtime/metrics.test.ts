/** The numbers for Prometheus. */
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/bot/runtime/metrics.ts';

test('what was counted, timed and looked up stands in the text, beside the numbers of the process', async () => {
  const metrics = createMetrics();
  const heard = metrics.counter('heard_total', 'Gestures heard', ['platform']);
  const took = metrics.timer('answer_seconds', 'Time to the answer', ['platform']);
  const waiting = new Map([['desk', 2]]);
  metrics.gauge('waiting', 'Posts waiting', ['lane'], async () =>
    [...waiting].map(([lane, value]) => ({ at: { lane }, value })),
  );

  heard({ platform: 'a' });
  heard({ platform: 'a' }, 2);
  took({ platform: 'a' }, 0.02);
  const text = await metrics.text();

  expect(text).toContain('steward_heard_total{platform="a"} 3');
  expect(text).toContain('steward_answer_seconds_bucket{le="0.025",platform="a"} 1');
  expect(text).toContain('steward_waiting{lane="desk"} 2');
  expect(text).toContain('process_cpu_seconds_total');

  waiting.clear();
  expect(await metrics.text()).not.toContain('lane="desk"');
});
