/** A filled progress form; without answers the form is opened. */
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { SubmitProgress } from '../bot/intents/progress-intents.ts';
import { submitProgress } from '../domain/progress.ts';

export const progressSubmit = command(SubmitProgress, async ({ input, by, now, records }) => {
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  if (by.kind !== 'person' || by.person.id !== progress.person) return refuse({ type: 'progress.not-yours' });
  if (!input.fields) return opens({ name: 'progress-form', of: progress.number });
  return outcome(submitProgress(progress, by, now, input.fields), ({ week, number }) => ({
    notice: { type: 'progress.received', week },
    become: { name: 'progress', of: number },
  }));
});
