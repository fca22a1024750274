/** What has happened to a record: the state after it, the event, and who did it. */
import type { Decision } from '../../src/domain/decision.ts';
import type { Person } from '../../src/domain/firm.ts';
import type { AnyEvent, AnyRecord } from '../../src/domain/records.ts';
import { later } from '../domain/requests.ts';

export type Happened = {
  readonly title: string;
  readonly state: AnyRecord;
  readonly event: AnyEvent;
  /** Nobody: the clock. */
  readonly actor?: Person;
};

export const now = later(120);

/** One entry for each event of a decision. */
export function after<S extends AnyRecord, E extends AnyEvent, R>(
  title: string,
  decision: Decision<S, E, R>,
  actor?: Person,
): readonly Happened[] {
  if (!decision.ok) throw new Error(`${title}: ${JSON.stringify(decision.refusal)}`);
  const { state, events } = decision;
  return events.map((event) => ({ title, state, event, ...(actor ? { actor } : {}) }));
}
