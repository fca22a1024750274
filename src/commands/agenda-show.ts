/** "agenda": what time will ask in the coming days, and what it did not ask. */
import { answer, command, refuse, typed } from '../bot/engine/define.ts';
import { ShowAgenda } from '../bot/intents/attention-intents.ts';

export const agendaShow = typed(
  'agenda',
  () => ({}),
  command(ShowAgenda, async ({ by }) => {
    if (by.kind !== 'person' || !by.person.roles.includes('admin')) return refuse({ type: 'wish.not-for-you' });
    return answer({ open: { name: 'agenda', of: by.person.id } });
  }),
);
