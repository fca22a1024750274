/** The desk sorts a request: how much it weighs, and whose it is. */
import { command, refuse } from '../bot/engine/define.ts';
import { withForm } from '../bot/engine/with-form.ts';
import { TriageRequest } from '../bot/intents/request-intents.ts';
import type { InputOf } from '../bot/intents/intent.ts';
import type { PersonId } from '../domain/ids.ts';
import { weightFor } from '../domain/priority.ts';
import type { Request } from '../domain/request-state.ts';
import { type Sorting, triage } from '../domain/request-triage.ts';

/** Half a weight is completed from what was known. */
function sortingOf(fields: InputOf<typeof TriageRequest>['fields'], request: Request): Sorting {
  const { impact, urgency, priority, owner } = fields ?? {};
  const known = request.weight ?? weightFor(request.priority);
  return {
    ...(impact === undefined && urgency === undefined
      ? {}
      : { weight: { impact: impact ?? known.impact, urgency: urgency ?? known.urgency } }),
    ...(priority === undefined ? {} : { priority }),
    ...(owner === undefined ? {} : { owner: owner as PersonId }),
  };
}

export const requestTriage = command(TriageRequest, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  return withForm({
    form: { name: 'triage-form', of: request.number },
    fields: input.fields,
    decide: () => triage(request, by, now, firm, sortingOf(input.fields, request)),
    answer: ({ number, title }) => ({
      notice: { type: 'request.triaged', number, title },
      become: { name: 'request', of: number },
    }),
  });
});
