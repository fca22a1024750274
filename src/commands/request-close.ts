/** A finished request that nobody reopened closes by itself. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { CloseRequest } from '../bot/intents/request-intents.ts';
import { close } from '../domain/request.ts';

export const requestClose = clockCommand(CloseRequest, async ({ input, now, records }) => {
  const request = await records.find('request', input.request);
  return request ? outcome(close(request, now)) : refuse({ type: 'request.not-found' });
});
