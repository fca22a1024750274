/** Open records' cards are drawn again: at night those that soon could not be edited any more, and all of them when an administrator asks. */
import { clockCommand, command, refuse, typed } from '../bot/engine/define.ts';
import { RenewAgeing, RepairCards } from '../bot/intents/card-intents.ts';

export const cardsRenew = clockCommand(RenewAgeing, async () => ({
  ...{ kind: 'decided', changes: [], answer: {} },
  renew: 'ageing',
}));

export const cardsRepair = typed(
  'repair',
  () => ({}),
  command(RepairCards, async ({ by }) => {
    if (by.kind !== 'person' || !by.person.roles.includes('admin')) return refuse({ type: 'wish.not-for-you' });
    return { kind: 'decided', changes: [], renew: 'all', answer: { notice: { type: 'cards.renewing' } } };
  }),
);
