/** The desk sorts a request: how urgent it is, and whose. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { TriageRequest } from '../bot/intents/request-intents.ts';
import type { PersonId } from '../domain/ids.ts';
import { triage } from '../domain/request.ts';

export const requestTriage = command(TriageRequest, async ({ input, by, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const { priority = request.priority, owner } = input.fields ?? {};
  return withForm({
    form: { name: 'triage-form', of: request.number },
    fields: input.fields,
    decide: () => triage(request, by, firm, priority, owner as PersonId | undefined),
    answer: ({ number, title }) => ({
      notice: { type: 'request.triaged', number, title },
      become: { name: 'request', of: number },
    }),
  });
});
