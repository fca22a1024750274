/** "Skip this week", or today. */
import { command, outcome, refuse } from '../bot/engine/define.ts';
import { SkipProgress } from '../bot/intents/progress-intents.ts';
import { reportNamed, skipProgress } from '../domain/progress.ts';

export const progressSkip = command(SkipProgress, async ({ input, by, now, records }) => {
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  return outcome(skipProgress(progress, by, now), (skipped) => ({
    notice: { type: 'progress.skipped', ...reportNamed(skipped) },
    become: { name: 'progress', of: skipped.number },
  }));
});
