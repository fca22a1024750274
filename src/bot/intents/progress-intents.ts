/** Wishes about weekly progress. */
import { z } from 'zod';
import { healths } from '../../domain/progress.ts';
import { filled, intent, numberShape, words } from './intent.ts';

const progress = numberShape('REP');
const week = z.templateLiteral([z.int(), '-W', z.string().regex(/^\d{2}$/)]);

/** `report`: this week's form, whether it has been asked for yet or not. */
export const OpenProgress = intent('progress.open', z.object({}));
export const SubmitProgress = intent(
  'progress.submit',
  z.object({
    progress,
    fields: filled({ done: words, next: words, blocked: words, risk: words, health: z.enum(healths).optional() }),
  }),
);
export const SkipProgress = intent('progress.skip', z.object({ progress }));
/** The clock's. */
export const AskForProgress = intent('progress.ask', z.object({ person: z.string(), week }));
export const RemindProgress = intent('progress.remind', z.object({ progress }));
export const MissProgress = intent('progress.miss', z.object({ progress }));
export const SendProgressDigest = intent('progress.digest', z.object({ department: z.string(), week }));
