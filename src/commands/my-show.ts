/** "my": what waits for me, and what is mine. */
import { answer, command, typed } from '../bot/engine/define.ts';
import { ShowMine } from '../bot/intents/general-intents.ts';

export const myShow = typed(
  'my',
  () => ({}),
  command(ShowMine, async ({ by }) => answer(by.kind === 'person' ? { open: { name: 'my', of: by.person.id } } : {})),
);
