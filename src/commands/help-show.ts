/** "help": what I can do for you. */
import { answer, command, typed } from '../bot/engine/define.ts';
import { ShowHelp } from '../bot/intents/general-intents.ts';

export const helpShow = typed(
  'help',
  () => ({}),
  command(ShowHelp, async ({ by }) => answer(by.kind === 'person' ? { open: { name: 'help', of: by.person.id } } : {})),
);
