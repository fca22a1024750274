/** What is promised: the firm's own section, and the targets of services and contracts. */
import type { ServiceId } from '../../../domain/ids.ts';
import { type Priority, priorities } from '../../../domain/priority.ts';
import type { Contract, SlaPolicy, Targets } from '../../../domain/sla-policy.ts';
import { type Context, checkReference, durationMs } from './context.ts';
import type { Path } from './places.ts';
import type { Reader } from './reading.ts';
import { slaShape, type TargetsShape } from './shape.ts';

/** A firm that says nothing answers within half an hour. */
const DEFAULT = '30m';

export function targets({ firstResponse, resolution }: TargetsShape, path: Path, context: Context): Targets {
  const working = (text: string, name: string): number => durationMs(text, 'working', [...path, name], context);
  return {
    ...(firstResponse === undefined ? {} : { firstResponseMs: working(firstResponse, 'firstResponse') }),
    ...(resolution === undefined ? {} : { resolutionMs: working(resolution, 'resolution') }),
  };
}

type ContractShape = TargetsShape & { readonly services?: Readonly<Record<string, TargetsShape>> | undefined };

export function contract({ services = {}, ...all }: ContractShape, path: Path, context: Context): Contract {
  const single = Object.entries(services).map(([id, shape]) => {
    const here = [...path, 'services', id];
    checkReference(id, 'service', context.ids.services, here, context.complain);
    return [id as ServiceId, targets(shape, here, context)] as const;
  });
  return { ...targets(all, path, context), ...(single.length === 0 ? {} : { services: new Map(single) }) };
}

export function readSla(reader: Reader, context: Context): SlaPolicy {
  const {
    complaint = DEFAULT,
    firstResponse = DEFAULT,
    resolution,
    priorities: byPriority = {},
  } = reader.one('sla', slaShape) ?? {};
  const found = priorities.flatMap((priority): readonly (readonly [Priority, Targets])[] => {
    const shape = byPriority[priority];
    return shape === undefined ? [] : [[priority, targets(shape, ['sla', 'priorities', priority], context)]];
  });
  const own = targets({ firstResponse, resolution }, ['sla'], context);
  return {
    ...own,
    firstResponseMs: own.firstResponseMs ?? 0,
    complaintMs: durationMs(complaint, 'working', ['sla', 'complaint'], context),
    priorities: new Map(found),
  };
}
