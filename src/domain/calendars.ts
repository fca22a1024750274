/** Whose calendar counts: a person's, a client's, or the firm's own. */
import type { Calendar } from './calendar.ts';
import type { Firm } from './firm.ts';
import type { ClientId, PersonId } from './ids.ts';

/** Whose working time counts for a person: the hours and holidays of their calendar (a contact's: their firm's), in their own zone. */
export function calendarOf(person: PersonId, firm: Firm): Calendar {
  const known = firm.people.get(person);
  const named = known?.calendar ?? (known?.client && firm.clients.get(known.client)?.calendar);
  const calendar = named === undefined ? undefined : firm.calendars.get(named);
  return { ...(calendar ?? firm.calendar), zone: known?.zone ?? firm.zone };
}

/** On which what is promised to a client is counted; without a client, on the firm's. */
export function calendarFor(client: ClientId | undefined, firm: Firm): Calendar {
  const named = client === undefined ? undefined : firm.clients.get(client)?.calendar;
  return (named === undefined ? undefined : firm.calendars.get(named)) ?? firm.calendar;
}
