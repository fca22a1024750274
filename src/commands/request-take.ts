/** The desk takes a request: the clock of the first response stops, and its approval begins where the service needs one. */
import { command, type Change, refuse } from '../bot/engine/define.ts';
import { TakeRequest } from '../bot/intents/request-intents.ts';
import { stagesFor, start } from '../domain/approval.ts';
import { take } from '../domain/request.ts';

export const requestTake = command(TakeRequest, async ({ input, by, now, firm, records, number }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const allowed = take(request, by, now, firm);
  if (!allowed.ok) return refuse(allowed.refusal);

  const flow = firm.flows.get(firm.services.get(request.service)?.approval ?? ('' as never));
  const stages = flow ? stagesFor(flow, request, firm) : [];
  const answer = { notice: { type: 'request.taken-by-you', number: request.number, title: request.title } } as const;
  // A flow whose conditions leave no stage has nothing to ask: that is the flow's own rule, shown as service begun at once.
  if (stages.length === 0)
    return { kind: 'decided', changes: [{ state: allowed.state, events: allowed.events }], answer };

  const started = start(await number('approval'), request, stages, now);
  if (!started.ok) return refuse(started.refusal);
  const taken = take(request, by, now, firm, started.state.number);
  if (!taken.ok) return refuse(taken.refusal);
  const changes: Change[] = [
    { state: taken.state, events: taken.events },
    { state: started.state, events: started.events },
  ];
  return { kind: 'decided', changes, answer };
});
