/** The last day is over: they are back, whether they say so or not. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { FinishAbsence } from '../bot/intents/absence-intents.ts';
import { end, withAbsence } from '../domain/absence.ts';
import { coverAll } from '../domain/approval/care.ts';

export const absenceFinish = clockCommand(FinishAbsence, async ({ input, by, now, firm, records }) => {
  const absence = await records.find('absence', input.absence);
  if (!absence) return refuse({ type: 'absence.not-found' });
  const changed = end(absence, by, now);
  if (!changed.ok) return refuse(changed.refusal);
  const more = coverAll(
    await records.approvalsHeldBy(absence.person, ...firm.away.keys()),
    withAbsence(firm, changed.state),
  );
  return { kind: 'decided', changes: [{ state: changed.state, events: changed.events }, ...more], answer: {} };
});
