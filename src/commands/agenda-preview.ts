/** "preview next week": every ask and reminder of a week before it happens, to whom and when in their own time. */
import { answer, command, refuse, typed } from '../bot/engine/define.ts';
import { PreviewAgenda } from '../bot/intents/attention-intents.ts';

export const agendaPreview = typed(
  'preview',
  () => ({}),
  command(PreviewAgenda, async ({ by }) => {
    if (by.kind !== 'person' || !by.person.roles.includes('admin')) return refuse({ type: 'wish.not-for-you' });
    return answer({ open: { name: 'preview', of: by.person.id } });
  }),
);
