/** The desk takes a request: the clock of the first response stops, and its approval begins where the service needs one. */
import { command, type Change, refuse } from '../bot/engine/define.ts';
import { TakeRequest } from '../bot/intents/request-intents.ts';
import { isAsked, start } from '../domain/approval/approval.ts';
import { payloadOf, textOf } from '../domain/approval/payload.ts';
import { bothAfter } from '../domain/approved-request.ts';
import { advocateOf, take } from '../domain/request.ts';

export const requestTake = command(TakeRequest, async ({ input, by, now, firm, records, number, fingerprint }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const allowed = take(request, by, now, firm);
  if (!allowed.ok) return refuse(allowed.refusal);

  const flow = firm.flows.get(firm.services.get(request.service)?.approval ?? ('' as never));
  const payload = payloadOf(request);
  const requester = request.askedBy;
  const answer = { notice: { type: 'request.taken-by-you', number: request.number, title: request.title } } as const;
  // A flow whose conditions leave no stage has nothing to ask: that is the flow's own rule, shown as service begun at once.
  if (!flow || !isAsked(flow, { payload, requester, firm }))
    return { kind: 'decided', changes: [{ state: allowed.state, events: allowed.events }], answer };

  const taken = take(request, by, now, firm, await number('approval'));
  if (!taken.ok || taken.state.status !== 'in-approval') return refuse({ type: 'request.nothing-due' });
  const asking = {
    ...{ number: taken.state.approval, of: request.number, requester, advocate: advocateOf(taken.state, firm) },
    ...(request.client === undefined ? {} : { client: request.client }),
    ...{ payload, fingerprint: fingerprint(textOf(payload)) },
  };
  const started = start(asking, flow, firm, now);
  if (!started.ok) return refuse(started.refusal);
  const [approval, begun] = bothAfter(started, taken.state, now, firm);
  const first: Change = begun
    ? { state: begun.state, events: [...taken.events, ...begun.events] }
    : { state: taken.state, events: taken.events };
  return { kind: 'decided', changes: [first, ...(approval ? [approval] : [])], answer };
});
