/** The first day has come: whoever was named speaks for them from now on. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { BeginAbsence } from '../bot/intents/absence-intents.ts';
import { begin, withAbsence } from '../domain/absence.ts';
import { coverAll } from '../domain/approval/care.ts';

export const absenceBegin = clockCommand(BeginAbsence, async ({ input, firm, records }) => {
  const absence = await records.find('absence', input.absence);
  if (!absence) return refuse({ type: 'absence.not-found' });
  const changed = begin(absence);
  if (!changed.ok) return refuse(changed.refusal);
  const more = coverAll(
    await records.approvalsHeldBy(absence.person, ...firm.away.keys()),
    withAbsence(firm, changed.state),
  );
  return { kind: 'decided', changes: [{ state: changed.state, events: changed.events }, ...more], answer: {} };
});
