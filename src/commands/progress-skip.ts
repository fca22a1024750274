/** "Skip this week." */
import { command, outcome, refuse } from '../bot/engine/define.ts';
import { SkipProgress } from '../bot/intents/progress-intents.ts';
import { skipProgress } from '../domain/progress.ts';

export const progressSkip = command(SkipProgress, async ({ input, by, now, records }) => {
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  return outcome(skipProgress(progress, by, now), ({ week, number }) => ({
    notice: { type: 'progress.skipped', week },
    become: { name: 'progress', of: number },
  }));
});
