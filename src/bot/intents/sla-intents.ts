/** Wishes about SLA clocks. */
import { z } from 'zod';
import { requestClocks } from '../../domain/request-clocks.ts';
import { thresholds } from '../../domain/sla.ts';
import { intent, numberShape, words } from './intent.ts';

/** `sla REQ-7`: the number as typed. */
export const ShowSla = intent('sla.show', z.object({ number: words }));
/** The clock's: a threshold should be reached now. */
export const MarkSla = intent(
  'sla.mark',
  z.object({ request: numberShape('REQ'), clock: z.enum(requestClocks), percent: z.literal(thresholds) }),
);
