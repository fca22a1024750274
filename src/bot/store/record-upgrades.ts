/** Bodies of records as earlier versions wrote them, brought to today's shape when they are read. Written back only when the record changes. */
import type { PersonId } from '../../domain/ids.ts';
import type { Request } from '../../domain/request-state.ts';
import type { Clock, Entry } from '../../domain/sla.ts';

/** What a request had of times before its clocks kept a ledger. */
type Former = Omit<Request, 'response' | 'resolution'> & {
  readonly responseDueAt: Date;
  readonly respondedAt?: Date;
  readonly dueAt?: Date;
  readonly owner?: PersonId;
  readonly by?: PersonId;
  readonly doneAt?: Date;
  readonly withdrawnAt?: Date;
};

function entryAt(type: 'started' | 'met' | 'cancelled', at: Date | undefined, by?: PersonId): readonly Entry[] {
  return at === undefined ? [] : [{ type, notedAt: at, ...(by === undefined ? {} : { by }) }];
}

function clock(kind: Clock['kind'], promisedAt: Date, entries: readonly Entry[]): Clock {
  return { kind, promisedAt, entries, marks: [] };
}

/** What was promised stays promised to the moment; who stopped a clock is kept where the record itself still says so. */
function withClocks(former: Former): unknown {
  const { responseDueAt, respondedAt, dueAt, ...rest } = former;
  const { submittedAt, askedBy, exchanges, owner, by, doneAt, withdrawnAt } = rest;
  const answered = entryAt('met', respondedAt, exchanges[0]?.by ?? owner ?? by);
  const ended = answered.length > 0 ? answered : entryAt('cancelled', withdrawnAt, askedBy);
  const response = clock('response', responseDueAt, [...entryAt('started', submittedAt, askedBy), ...ended]);
  if (dueAt === undefined) return { ...rest, response };
  const begun = entryAt('started', respondedAt ?? submittedAt, owner);
  const over = doneAt ? entryAt('met', doneAt, owner) : entryAt('cancelled', withdrawnAt, askedBy);
  return { ...rest, response, resolution: clock('resolution', dueAt, [...begun, ...over]) };
}

/** `body` has its moments as dates already. */
export function upgraded(body: unknown): unknown {
  const isFormer = typeof body === 'object' && body !== null && 'kind' in body && 'responseDueAt' in body;
  return isFormer && body.kind === 'request' ? withClocks(body as unknown as Former) : body;
}
