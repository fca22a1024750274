/** Wishes about digests, and about the issues that reports open. */
import { z } from 'zod';
import { intent, numberShape, words } from './intent.ts';

const digest = numberShape('DIG');
/** A long part is asked in several fields, so their names are not known beforehand. */
const fields = z.record(z.string(), words).optional();
/** The ids of the fields that a form has shown, with spaces between. */
const shown = z.string().max(1000).optional();

type Planned = { readonly department?: unknown; readonly week?: unknown };

/** The clock's. It was once planned for a department and a week, which is the same thing. */
export const DraftDigest = intent(
  'progress.digest',
  z.preprocess(
    (input) => {
      const { department, week, ...rest } = (input ?? {}) as Planned;
      return department === undefined ? input : { ...rest, cycle: department, period: week };
    },
    z.object({ cycle: z.string(), period: z.string() }),
  ),
);
export const LapseDigest = intent('digest.lapse', z.object({ digest }));

export const EditDigest = intent('digest.edit', z.object({ digest, shown, seen: z.iso.datetime().optional(), fields }));
export const ConfirmDigest = intent('digest.confirm', z.object({ digest }));
export const SendClientVersion = intent('digest.client', z.object({ digest, shown, fields }));
/** All its words, as messages: a card folds what is long. */
export const ReadDigest = intent('digest.read', z.object({ digest }));
export const SolveIssue = intent('issue.solve', z.object({ issue: numberShape('ISS') }));
