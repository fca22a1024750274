/** The requester reminds whoever holds the request now. */
import { command, type Outcome, refuse, type Turn } from '../bot/engine/define.ts';
import { NudgeRequest } from '../bot/intents/request-intents.ts';
import { type Effect, say } from '../bot/reactions/effects.ts';
import { nudge } from '../domain/approval/care.ts';
import { NUDGE_EVERY_MS } from '../domain/attention.ts';
import { refused } from '../domain/decision.ts';
import { deskOf } from '../domain/firm.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Request } from '../domain/request-state.ts';

/** Whoever holds it is reminded no more often than every four hours, whoever reminds. */
async function lately({ number }: Request, records: Turn['records'], now: Date): Promise<Outcome | undefined> {
  const last = await records.remindedOf(number, new Date(now.getTime() - NUDGE_EVERY_MS));
  return last && refuse({ type: 'request.nudged-lately', againAt: new Date(last.getTime() + NUDGE_EVERY_MS) });
}

export const requestNudge = command(NudgeRequest, async ({ input, by, now, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  if (by.kind !== 'person' || by.person.id !== request.askedBy) return refuse({ type: 'request.only-its-requester' });

  const about = { number: request.number, title: request.title };
  const nudged = { type: 'request.nudged', by: by.person.id, ...about } as const;
  const toPeople = (people: readonly PersonId[]) => people.map((person) => say({ person }, nudged));
  const reminded = (people: readonly PersonId[], effects: readonly Effect[] = toPeople(people)) =>
    ({
      kind: 'decided',
      changes: [],
      effects,
      answer: { notice: { type: 'request.nudged-by-you', people, ...about } },
    }) as const;

  switch (request.status) {
    case 'new': {
      const desk = deskOf(firm, request.team).map(({ id }) => id);
      return (await lately(request, records, now)) ?? reminded(desk, [say({ desk: request.team }, nudged)]);
    }
    case 'in-approval': {
      const approval = await records.find('approval', request.approval);
      const waited = approval ? nudge(approval, by, now) : refused({ type: 'approval.not-found' } as const);
      if (!waited.ok) return refuse(waited.refusal);
      const people = waited.events.flatMap((event) => (event.type === 'approval.nudged' ? event.people : []));
      // Who decides is an internal matter.
      const named = by.person.kind === 'staff' ? people : [];
      return { ...reminded(named, []), changes: [{ state: waited.state, events: waited.events }] };
    }
    case 'in-service':
    case 'reopened':
      return (await lately(request, records, now)) ?? reminded([request.owner]);
    default:
      return refuse({ type: 'request.not-now', status: request.status });
  }
});
