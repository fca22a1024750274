/** A gesture once it is known who made it, and what the hearing needs of the machine. */
import type { Firm, Person } from '../../domain/firm.ts';
import type { Log } from '../ports/log.ts';
import type { Inbound, Platform } from '../ports/platform.ts';
import type { ChangeNeeds } from './change.ts';
import type { Directory } from './directory.ts';

export type ReceiveNeeds = ChangeNeeds & {
  readonly directory: Directory;
  readonly now: () => Date;
  readonly log: Log;
  readonly newReference: () => string;
};

export type HeardGesture = {
  readonly inbound: Inbound;
  readonly platform: Platform;
  readonly person: Person;
  readonly firm: Firm;
  readonly now: Date;
};
