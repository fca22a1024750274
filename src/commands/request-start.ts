/** "I need something": the catalogue, or the form at once where the words name a service or there is only one. */
import { offeredTo } from '../domain/firm.ts';
import { serviceNamed, titleFrom } from '../domain/intake.ts';
import { command, opens, typed } from '../bot/engine/define.ts';
import { StartRequest } from '../bot/intents/request-intents.ts';

export const requestStart = typed(
  'request',
  (title) => ({ title }),
  command(StartRequest, async ({ input, by, firm }) => {
    const words = input.title ?? '';
    const title = titleFrom(words);
    const offered = offeredTo(by.kind === 'person' ? by.person : undefined, firm);
    const named = serviceNamed(words, firm);
    const service = offered.find((one) => one === named) ?? (offered.length === 1 ? offered[0] : undefined);
    return service !== undefined
      ? opens({ name: 'request-form', of: service.id, input: { title } })
      : opens({ name: 'catalogue', of: 'services', input: { title } });
  }),
);
