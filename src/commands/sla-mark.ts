/** A threshold of a clock should be reached: told once. What else is due at the same desk just then is told with it. */
import { type Change, clockCommand, refuse } from '../bot/engine/define.ts';
import { MissResponse } from '../bot/intents/request-intents.ts';
import { MarkSla } from '../bot/intents/sla-intents.ts';
import type { RecordReader } from '../bot/ports/store.ts';
import { tellReached } from '../bot/reactions/sla-policy.ts';
import type { Firm } from '../domain/firm.ts';
import { reachedBy } from '../domain/request-clocks.ts';
import { isDue, markReached } from '../domain/request-marks.ts';
import type { Request } from '../domain/request-state.ts';

/** After an outage hours of thresholds are due at once. Read again one by one, so that the commit checks exactly these. */
async function alsoDue(request: Request, now: Date, firm: Firm, records: RecordReader): Promise<readonly Request[]> {
  const asked = await records.requestsDue([MarkSla.name, MissResponse.name], request.team, now);
  const due = asked.filter((one) => one.number !== request.number && reachedBy(one, now, firm).length > 0);
  const read: Request[] = [];
  for (const { number } of due) {
    const found = await records.find('request', number);
    if (found) read.push(found);
  }
  return read;
}

export const slaMark = clockCommand(MarkSla, async ({ input, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  if (!isDue(request, input.clock, input.percent, now, firm)) return refuse({ type: 'sla.nothing-due' });
  const all = [request, ...(await alsoDue(request, now, firm, records))];
  const changes = all.flatMap((one): readonly Change[] => {
    const marked = markReached(one, now, firm);
    return marked.ok ? [{ state: marked.state, events: marked.events }] : [];
  });
  return { kind: 'decided', changes, effects: tellReached(all, now, firm), answer: {} };
});
