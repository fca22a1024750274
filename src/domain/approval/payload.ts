/** What is approved: frozen when it is asked, compared when it comes again. */
import type { Facts } from '../condition.ts';
import type { Firm } from '../firm.ts';
import type { ClientId, ServiceId } from '../ids.ts';
import type { Answers } from '../intake.ts';
import type { Priority } from '../priority.ts';
import type { Request } from '../request-state.ts';

export type Payload = {
  readonly title: string;
  readonly service: ServiceId;
  readonly client?: ClientId;
  readonly priority: Priority;
  readonly answers: Answers;
};

type Value = string | number;

/** `field` is the id of an intake field, or one of title, client and priority. */
export type FieldChange = { readonly field: string; readonly before?: Value; readonly after?: Value };

export function payloadOf({ title, service, client, priority, answers }: Request): Payload {
  return { title, service, ...(client === undefined ? {} : { client }), priority, answers };
}

function values({ title, client, priority, answers }: Payload): ReadonlyMap<string, Value> {
  const always = [['title', title], ['priority', priority], ...(client === undefined ? [] : [['client', client]])];
  return new Map([...always, ...Object.entries(answers)] as [string, Value][]);
}

/** The same payload gives the same text, whatever the order in which its fields were written. */
export function textOf(payload: Payload): string {
  return JSON.stringify([payload.service, [...values(payload)].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

export function changesBetween(before: Payload, after: Payload): readonly FieldChange[] {
  const [old, anew] = [values(before), values(after)];
  return [...new Set([...old.keys(), ...anew.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), anew.get(field)];
    if (was === is) return [];
    return [{ field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

/** What conditions may speak of: the answers (an empty one is null), the priority, the client and what kind of client that is. */
export function factsOf({ service, client, priority, answers }: Payload, firm: Firm): Facts {
  const asked = firm.services.get(service)?.fields ?? [];
  const empty = Object.fromEntries(asked.map(({ id }) => [id, null]));
  const segment = client === undefined ? undefined : firm.clients.get(client)?.segment;
  return { segment: segment ?? null, ...empty, ...answers, priority, client: client ?? null };
}
