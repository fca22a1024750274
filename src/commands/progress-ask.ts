/** The week is ending for this person: ask how it went, once. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { AskForProgress } from '../bot/intents/progress-intents.ts';
import type { PersonId } from '../domain/ids.ts';
import { askAgain, askForProgress, progressKey } from '../domain/progress.ts';

export const progressAsk = clockCommand(AskForProgress, async ({ input, now, firm, records, number }) => {
  const person = firm.people.get(input.person as PersonId);
  if (!person) return refuse({ type: 'progress.not-asked-of-you' });
  const { week } = input;
  // They may have opened it themselves before they were asked.
  const already = await records.byUniqueKey('progress', progressKey(person.id, week));
  if (already) return outcome(askAgain(already));
  return outcome(askForProgress(await number('progress'), person, week, now));
});
