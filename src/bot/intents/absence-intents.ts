/** Wishes about being away. */
import { z } from 'zod';
import { filled, intent, numberShape, words } from './intent.ts';

const absence = numberShape('ABS');

/** `away 2026-10-01..2026-10-08 @person`, or the form. */
export const PlanAbsence = intent(
  'absence.plan',
  z.object({ words, fields: filled({ from: words, until: words, delegate: words, only: words }) }),
);
/** `back`: from the absence that is going on, or the next one. */
export const EndAbsence = intent('absence.end', z.object({ absence: absence.optional() }));
/** The clock's. */
export const BeginAbsence = intent('absence.begin', z.object({ absence }));
export const FinishAbsence = intent('absence.finish', z.object({ absence }));
