/** How the last periods of a cycle went: one of the cycles of a project. */
import { command, opens, refuse } from '../bot/engine/define.ts';
import { ShowProgressHistory } from '../bot/intents/progress-intents.ts';
import { cycleCalled } from '../domain/cycle.ts';
import { mayViewCycle } from '../domain/visibility.ts';

export const progressHistory = command(ShowProgressHistory, async ({ input, by, firm }) => {
  const cycle = cycleCalled(input.cycle, firm);
  if (!cycle || by.kind !== 'person') return refuse({ type: 'progress.not-found' });
  if (!mayViewCycle(cycle.id, by.person, firm)) return refuse({ type: 'progress.not-yours-to-see' });
  return opens({ name: 'progress-history', of: cycle.id });
});
