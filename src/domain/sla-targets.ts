/** What is promised: the client's contract, then the service, then the firm's default; and what a priority changes of it. */
import type { Firm } from './firm.ts';
import type { ClientId, ServiceId } from './ids.ts';
import type { Priority } from './priority.ts';
import type { Targets } from './sla-policy.ts';

export type Promised = { readonly service: ServiceId; readonly client?: ClientId; readonly priority: Priority };

/** A priority chooses among the firm's own promises; what a client has in writing it can only better. */
function chosen(
  contract: number | undefined,
  byPriority: number | undefined,
  ours: number | undefined,
): number | undefined {
  if (contract === undefined) return byPriority ?? ours;
  return byPriority === undefined ? contract : Math.min(contract, byPriority);
}

export function targetsFor(
  { service, client, priority }: Promised,
  firm: Firm,
): Targets & { readonly firstResponseMs: number } {
  const contract = client === undefined ? undefined : firm.clients.get(client)?.sla;
  const own = contract?.services?.get(service);
  const offered = firm.services.get(service)?.sla;
  const urgent = firm.sla.priorities.get(priority);
  const promised = (name: keyof Targets): number | undefined =>
    chosen(own?.[name] ?? contract?.[name], urgent?.[name], offered?.[name] ?? firm.sla[name]);
  const resolutionMs = promised('resolutionMs');
  return {
    firstResponseMs: promised('firstResponseMs') ?? firm.sla.firstResponseMs,
    ...(resolutionMs === undefined ? {} : { resolutionMs }),
  };
}
