/** The desk declines a request, with a reason. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { DeclineRequest } from '../bot/intents/request-intents.ts';
import { decline } from '../domain/request.ts';

export const requestDecline = command(DeclineRequest, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  return withForm({
    form: { name: 'decline-form', of: request.number },
    fields: input.fields,
    decide: (probe) => decline(request, by, now, firm, probe ?? input.fields?.reason),
    answer: ({ number, title }) => ({
      notice: { type: 'request.declined-by-you', number, title },
      become: { name: 'request', of: number },
    }),
  });
});
