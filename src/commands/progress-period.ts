/** Everybody's report about one period of a cycle. */
import { command, opens, refuse } from '../bot/engine/define.ts';
import { ShowProgressPeriod } from '../bot/intents/progress-intents.ts';
import { cycleCalled } from '../domain/cycle.ts';
import { mayViewCycle } from '../domain/visibility.ts';

export const progressPeriod = command(ShowProgressPeriod, async ({ input, by, firm }) => {
  const cycle = cycleCalled(input.cycle, firm);
  if (!cycle || by.kind !== 'person') return refuse({ type: 'progress.not-found' });
  if (!mayViewCycle(cycle.id, by.person, firm)) return refuse({ type: 'progress.not-yours-to-see' });
  return opens({ name: 'progress-period', of: `${cycle.id}/${input.period}` });
});
