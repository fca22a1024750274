/** Wishes about progress reports. */
import { z } from 'zod';
import { healths } from '../../domain/progress-words.ts';
import { filled, intent, numberShape, words } from './intent.ts';

const progress = numberShape('REP');
const week = z.templateLiteral([z.int(), '-W', z.string().regex(/^\d{2}$/)]);
const cycle = z.string().max(200);
const period = z.string().max(200);

/** `report`: the form that is owed; `words` is what was typed after it; a cycle and a period are one chosen from a list. */
export const OpenProgress = intent(
  'progress.open',
  z.object({ words, cycle: cycle.optional(), period: period.optional() }),
);
export const SubmitProgress = intent(
  'progress.submit',
  z.object({
    progress,
    fields: filled({
      ...{ done: words, next: words, blocked: words, risk: words, result: words, deviations: words },
      health: z.enum(healths).optional(),
    }),
  }),
);
export const SkipProgress = intent('progress.skip', z.object({ progress }));
/** `report PRJ-2`, or one of the cycles of a project. */
export const ShowProgressHistory = intent('progress.history', z.object({ cycle }));
/** All reports of a cycle about one period. */
export const ShowProgressPeriod = intent('progress.period', z.object({ cycle, period }));
/** The clock's. Rows that were planned before there were cycles name a week, and mean the person's department. */
export const AskForProgress = intent(
  'progress.ask',
  z.object({ person: z.string(), cycle: cycle.optional(), period: period.optional(), week: week.optional() }),
);
export const RemindProgress = intent('progress.remind', z.object({ progress }));
export const MissProgress = intent('progress.miss', z.object({ progress }));
