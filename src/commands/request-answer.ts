/** The requester answers the desk's question. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { GiveInfo } from '../bot/intents/request-intents.ts';
import { giveInfo } from '../domain/request-info.ts';

export const requestAnswer = command(GiveInfo, async ({ input, by, now, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  return withForm({
    form: { name: 'answer-form', of: request.number },
    fields: input.fields,
    decide: (probe) => giveInfo(request, by, now, probe ?? input.fields?.answer),
    answer: ({ number, title }) => ({
      notice: { type: 'request.info-sent', number, title },
      become: { name: 'request', of: number },
    }),
  });
});
