/** "I need something": the catalogue, or the form at once where the words name a service or there is only one. */
import { serviceNamed, titleFrom } from '../domain/intake.ts';
import { command, opens, typed } from '../bot/engine/define.ts';
import { StartRequest } from '../bot/intents/request-intents.ts';

export const requestStart = typed(
  'request',
  (title) => ({ title }),
  command(StartRequest, async ({ input, firm }) => {
    const words = input.title ?? '';
    const title = titleFrom(words);
    const [only, ...more] = firm.services.values();
    const service = serviceNamed(words, firm) ?? (more.length === 0 ? only : undefined);
    return service !== undefined
      ? opens({ name: 'request-form', of: service.id, input: { title } })
      : opens({ name: 'catalogue', of: 'services', input: { title } });
  }),
);
