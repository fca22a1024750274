/** "I need something": the catalogue, or the form at once where there is only one service. */
import { titleFrom } from '../domain/intake.ts';
import { command, opens, typed } from '../bot/engine/define.ts';
import { StartRequest } from '../bot/intents/request-intents.ts';

export const requestStart = typed(
  'request',
  (title) => ({ title }),
  command(StartRequest, async ({ input, firm }) => {
    const title = titleFrom(input.title ?? '');
    const [only, ...more] = firm.services.values();
    return only !== undefined && more.length === 0
      ? opens({ name: 'request-form', of: only.id, input: { title } })
      : opens({ name: 'catalogue', of: 'services', input: { title } });
  }),
);
