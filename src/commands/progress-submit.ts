/** A filled progress form; without answers the form is opened, while an answer is still taken. */
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { SubmitProgress } from '../bot/intents/progress-intents.ts';
import { concernsOf } from '../domain/concerns.ts';
import { digestKey, fixedAt } from '../domain/digest.ts';
import { closing, reportNamed, submitProgress } from '../domain/progress.ts';

export const progressSubmit = command(SubmitProgress, async ({ input, by, now, firm, records, number }) => {
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  if (by.kind !== 'person' || by.person.id !== progress.person) return refuse({ type: 'progress.not-yours' });
  const sentAt = fixedAt(await records.byUniqueKey('digest', digestKey(progress.cycle, progress.period)));
  if (!input.fields) {
    const closed = closing(progress, { now, firm }, sentAt);
    return closed ? refuse(closed) : opens({ name: 'progress-form', of: progress.number });
  }
  const decision = submitProgress(progress, by, { now, firm }, input.fields, sentAt);
  const books = {
    issue: { known: (key: string) => records.byUniqueKey('issue', key), number: () => number('issue') },
    risk: { known: (key: string) => records.byUniqueKey('risk', key), number: () => number('risk') },
  };
  const concerns = decision.ok ? await concernsOf(decision.state, { ...books, now, firm }) : [];
  return outcome(
    decision,
    (submitted) => ({
      notice: { type: 'progress.received', ...reportNamed(submitted) },
      become: { name: 'progress', of: submitted.number },
    }),
    ({ state, events }) => [{ state, events }, ...concerns],
  );
});
