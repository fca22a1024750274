/** A report is still owed: remind once. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { RemindProgress } from '../bot/intents/progress-intents.ts';
import { absenceAt } from '../domain/absence.ts';
import { remind } from '../domain/progress.ts';

export const progressRemind = clockCommand(RemindProgress, async ({ input, now, firm, records }) => {
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  const leave = absenceAt(await records.absencesOf(progress.person), now);
  return outcome(remind(progress, { now, firm, leave }));
});
