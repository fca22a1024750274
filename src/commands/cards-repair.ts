/** An administrator has every card of every open record drawn again, whatever is believed to stand there. */
import { command, refuse, typed } from '../bot/engine/define.ts';
import { RepairCards } from '../bot/intents/card-intents.ts';

export const cardsRepair = typed(
  'repair',
  () => ({}),
  command(RepairCards, async ({ by }) => {
    if (by.kind !== 'person' || !by.person.roles.includes('admin')) return refuse({ type: 'wish.not-for-you' });
    return { kind: 'decided', changes: [], renew: 'all', answer: { notice: { type: 'cards.renewing' } } };
  }),
);
