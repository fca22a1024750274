/** Who hears of an SLA clock: at half of the time whoever holds it, later their desk, at the end the head as well. */
import { deskOf, type Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { calendarOfRequest, clockOf, reachedBy, type RequestClock } from '../../domain/request-clocks.ts';
import type { Request } from '../../domain/request-state.ts';
import { dueAt, nextCrossings, type Threshold } from '../../domain/sla.ts';
import { MarkSla } from '../intents/sla-intents.ts';
import type { SlaMark } from '../text/notices.ts';
import { type Effect, later, say, type To } from './effects.ts';

/** More than this in one message is a wall: the rest is counted. */
const MOST_NAMED = 10;

/** Asks again at every threshold still to come. A ledger that has grown is asked anew, so a key carries its length. */
export function planned(request: Request, kinds: readonly RequestClock[], now: Date, firm: Firm): readonly Effect[] {
  const { number } = request;
  const calendar = calendarOfRequest(request, firm);
  return kinds.flatMap((kind) => {
    const clock = clockOf(request, kind);
    return (clock ? nextCrossings(clock, calendar) : []).map(({ threshold, at }) =>
      later(MarkSla, {
        key: `sla:${number}:${kind}:${threshold}:${clock?.entries.length ?? 0}`,
        at: at < now ? now : at,
        input: { request: number, clock: kind, percent: threshold },
        record: number,
      }),
    );
  });
}

/** A desk without a channel is its people: the head, who sits there too, then hears of everything in one message. */
function toDesk({ team }: Request, firm: Firm): readonly To[] {
  const hasRoom = (firm.desks.get(team) ?? []).length > 0;
  return hasRoom ? [{ desk: team }] : deskOf(firm, team).map(({ id }) => ({ person: id }));
}

const toPeople = (...people: readonly (PersonId | undefined)[]): readonly To[] =>
  people.flatMap((person) => (person === undefined ? [] : [{ person }]));

/** The whole policy. */
function hearers(request: Request, threshold: Threshold, firm: Firm): readonly To[] {
  switch (threshold) {
    case 50:
      return 'owner' in request ? toPeople(request.owner) : toDesk(request, firm);
    case 80:
      return toDesk(request, firm);
    case 100: {
      const manager = request.client === undefined ? undefined : firm.clients.get(request.client)?.manager;
      return [...toDesk(request, firm), ...toPeople(firm.departments.get(request.team)?.head, manager)];
    }
  }
}

type Told = { readonly to: To; readonly mark: SlaMark };

function toldOf(request: Request, now: Date, firm: Firm): readonly Told[] {
  const { number, title } = request;
  return reachedBy(request, now, firm).flatMap(({ clock: kind, thresholds }) => {
    const clock = clockOf(request, kind);
    const percent = thresholds.at(-1);
    if (!clock || percent === undefined) return [];
    const due = dueAt(clock, calendarOfRequest(request, firm)) ?? now;
    const mark = { number, title, clock: kind, percent, dueAt: due };
    return thresholds.flatMap((threshold) => hearers(request, threshold, firm)).map((to) => ({ to, mark }));
  });
}

/** One message for each who should hear, however much has come together. The worst first. */
export function tellReached(requests: readonly Request[], now: Date, firm: Firm): readonly Effect[] {
  const told = requests.flatMap((request) => toldOf(request, now, firm));
  const byHearer = Map.groupBy(told, ({ to }) => JSON.stringify(to));
  return [...byHearer.values()].flatMap((all) => {
    const marks = [...new Set(all.map(({ mark }) => mark))].toSorted((a, b) => b.percent - a.percent);
    const [first] = all;
    return first
      ? [
          say(first.to, {
            type: 'sla.marks',
            marks: marks.slice(0, MOST_NAMED),
            more: Math.max(0, marks.length - MOST_NAMED),
          }),
        ]
      : [];
  });
}
