/** How promises are written down: by the firm, for a service, in a client's contract. */
import type { ServiceId } from './ids.ts';
import type { Priority } from './priority.ts';

/** Working time; what is absent is not promised here. */
export type Targets = { readonly firstResponseMs?: number; readonly resolutionMs?: number };

/** What a client's contract says: for everything, and for single services. */
export type Contract = Targets & { readonly services?: ReadonlyMap<ServiceId, Targets> };

export type SlaPolicy = {
  readonly firstResponseMs: number;
  readonly resolutionMs?: number;
  readonly complaintMs: number;
  readonly priorities: ReadonlyMap<Priority, Targets>;
};
