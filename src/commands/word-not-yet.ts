/** A word of a subject that this desk does not have yet: understood, and said plainly. */
import { answer, command } from '../bot/engine/define.ts';
import { NotYet } from '../bot/intents/general-intents.ts';

export const wordNotYet = command(NotYet, async ({ input }) =>
  answer({ notice: { type: 'word.not-yet', word: input.word }, tone: 'neutral' }),
);
