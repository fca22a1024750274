/** A filled progress form; without answers the form is opened, while an answer is still taken. */
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { SubmitProgress } from '../bot/intents/progress-intents.ts';
import { closing, reportNamed, submitProgress } from '../domain/progress.ts';

export const progressSubmit = command(SubmitProgress, async ({ input, by, now, firm, records }) => {
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  if (by.kind !== 'person' || by.person.id !== progress.person) return refuse({ type: 'progress.not-yours' });
  const sentAt = undefined;
  if (!input.fields) {
    const closed = closing(progress, { now, firm }, sentAt);
    return closed ? refuse(closed) : opens({ name: 'progress-form', of: progress.number });
  }
  return outcome(submitProgress(progress, by, { now, firm }, input.fields, sentAt), (submitted) => ({
    notice: { type: 'progress.received', ...reportNamed(submitted) },
    become: { name: 'progress', of: submitted.number },
  }));
});
