/** The desk has what it needed, and goes on. */
import { command, outcome, refuse } from '../bot/engine/define.ts';
import { ResumeRequest } from '../bot/intents/request-intents.ts';
import { resume } from '../domain/request-info.ts';

export const requestResume = command(ResumeRequest, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  return outcome(resume(request, by, now, firm), ({ number, title }) => ({
    notice: { type: 'request.resumed-by-you', number, title },
  }));
});
