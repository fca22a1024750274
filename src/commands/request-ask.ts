/** The desk needs to know more before it can take a request, or go on with one. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { AskForInfo } from '../bot/intents/request-intents.ts';
import { askForInfo } from '../domain/request-info.ts';

export const requestAsk = command(AskForInfo, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  return withForm({
    form: { name: 'ask-form', of: request.number },
    fields: input.fields,
    decide: (probe) => askForInfo(request, by, now, firm, probe ?? input.fields?.question),
    answer: ({ number, title }) => ({
      notice: { type: 'request.info-asked', number, title },
      become: { name: 'request', of: number },
    }),
  });
});
