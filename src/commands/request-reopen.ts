/** It was not finished after all. */
import { command, outcome, refuse } from '../bot/engine/define.ts';
import { ReopenRequest } from '../bot/intents/request-intents.ts';
import { reopen } from '../domain/request.ts';

export const requestReopen = command(ReopenRequest, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  return outcome(reopen(request, by, now, firm), ({ number, title }) => ({
    notice: { type: 'request.reopened-by-you', number, title },
  }));
});
