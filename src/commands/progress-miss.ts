/** The grace is over: the report is missed, though a late answer is still welcome. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { MissProgress } from '../bot/intents/progress-intents.ts';
import { missProgress } from '../domain/progress.ts';

export const progressMiss = clockCommand(MissProgress, async ({ input, now, records }) => {
  const progress = await records.find('progress', input.progress);
  return progress ? outcome(missProgress(progress, now)) : refuse({ type: 'progress.not-found' });
});
