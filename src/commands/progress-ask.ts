/** The period is ending for this person: ask how it went, once; or excuse them, who are away. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { AskForProgress } from '../bot/intents/progress-intents.ts';
import { absenceAt } from '../domain/absence.ts';
import { cycleCalled } from '../domain/cycle.ts';
import type { PersonId } from '../domain/ids.ts';
import { askAgain, askForProgress, progressKey } from '../domain/progress.ts';

export const progressAsk = clockCommand(AskForProgress, async ({ input, now, firm, records, number }) => {
  const person = firm.people.get(input.person as PersonId);
  const period = input.period ?? input.week;
  if (!person || period === undefined) return refuse({ type: 'progress.not-asked-of-you' });
  const cycle = cycleCalled(input.cycle ?? person.department ?? '', firm);
  if (!cycle) return refuse({ type: 'progress.cycle-gone' });
  const leave = absenceAt(await records.absencesOf(person.id), now);
  const subject = { person, cycle, period };
  // They may have opened it themselves before they were asked.
  const already = await records.byUniqueKey('progress', progressKey(cycle.id, person.id, period));
  if (already) return outcome(askAgain(already, subject, { now, firm, leave }));
  return outcome(askForProgress(await number('progress'), subject, { now, firm, leave }));
});
