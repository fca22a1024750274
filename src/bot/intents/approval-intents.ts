/** Wishes about approvals. */
import { z } from 'zod';
import { filled, intent, numberShape, words } from './intent.ts';

const approval = numberShape('APR');

/** `stage` is the one the pressed card showed. */
export const Approve = intent('approval.approve', z.object({ approval, stage: z.int().nonnegative().optional() }));
export const Reject = intent('approval.reject', z.object({ approval, fields: filled({ reason: words }) }));
