/** The first response is due: said once, if no human has answered. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { MissResponse } from '../bot/intents/request-intents.ts';
import { missResponse } from '../domain/request.ts';

export const requestMissResponse = clockCommand(MissResponse, async ({ input, records }) => {
  const request = await records.find('request', input.request);
  return request ? outcome(missResponse(request)) : refuse({ type: 'request.not-found' });
});
