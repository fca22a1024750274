/** When somebody is away or back, these people should notice. */
import { type Absence, type AbsenceEvent, kindsOf } from '../../domain/absence.ts';
import { BeginAbsence, FinishAbsence } from '../intents/absence-intents.ts';
import type { Firm } from '../../domain/firm.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, later, say, show, showEverywhere } from './effects.ts';

export function absenceReactions(event: AbsenceEvent, absence: Absence, firm: Firm): readonly Effect[] {
  const { number, person, delegate, fromDay, untilDay, beginsAt, endsAt } = absence;
  const picture: PictureRef = { name: 'absence', of: number };
  const input = { absence: number };
  switch (event.type) {
    case 'absence.planned':
      return [
        show({ person }, picture),
        ...(delegate === undefined
          ? []
          : [
              say(
                { person: delegate },
                { type: 'absence.named', person, from: fromDay, until: untilDay, ...kindsOf(absence, firm) },
              ),
            ]),
        ...(absence.status === 'planned'
          ? [later(BeginAbsence, { key: `absence-begins:${number}`, at: beginsAt, input, record: number, person })]
          : []),
        later(FinishAbsence, { key: `absence-ends:${number}`, at: endsAt, input, record: number, person }),
      ];
    case 'absence.began':
      return [showEverywhere(picture)];
    case 'absence.ended':
      return [
        showEverywhere(picture),
        // Of somebody who has left nobody says that they are back; whoever has their work now is told.
        ...(delegate === undefined || event.left ? [] : [say({ person: delegate }, { type: 'absence.over', person })]),
      ];
    case 'absence.cancelled':
      return [
        showEverywhere(picture),
        ...(delegate === undefined ? [] : [say({ person: delegate }, { type: 'absence.called-off', person })]),
      ];
  }
}
