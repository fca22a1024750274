/** Somebody is back: what was offered to others in their stead is theirs alone again. */
import { command, refuse, typed } from '../bot/engine/define.ts';
import { EndAbsence } from '../bot/intents/absence-intents.ts';
import { end, isOpen, withAbsence } from '../domain/absence.ts';
import { coverAll } from '../domain/approval/care.ts';

export const absenceEnd = typed(
  'back',
  () => ({}),
  command(EndAbsence, async ({ input, by, now, firm, records }) => {
    if (by.kind !== 'person') return refuse({ type: 'wish.not-for-you' });
    const open = (await records.absencesOf(by.person.id)).filter(isOpen);
    const next = open.toSorted((a, b) => a.beginsAt.getTime() - b.beginsAt.getTime())[0];
    const absence = input.absence === undefined ? next : await records.find('absence', input.absence);
    if (!absence) return refuse({ type: input.absence === undefined ? 'absence.none' : 'absence.not-found' });
    const ended = end(absence, by, now);
    if (!ended.ok) return refuse(ended.refusal);
    const more =
      absence.status === 'away'
        ? coverAll(await records.approvalsHeldBy(absence.person, ...firm.away.keys()), withAbsence(firm, ended.state))
        : [];
    return {
      kind: 'decided',
      changes: [{ state: ended.state, events: ended.events }, ...more],
      answer: { notice: { type: ended.state.status === 'cancelled' ? 'absence.cancelled' : 'absence.ended' } },
    };
  }),
);
