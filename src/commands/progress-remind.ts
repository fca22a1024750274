/** A report is still owed: remind once. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { RemindProgress } from '../bot/intents/progress-intents.ts';
import { remind } from '../domain/progress.ts';

export const progressRemind = clockCommand(RemindProgress, async ({ input, records }) => {
  const progress = await records.find('progress', input.progress);
  return progress ? outcome(remind(progress)) : refuse({ type: 'progress.not-found' });
});
