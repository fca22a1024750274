/** Wishes about people as such. */
import { z } from 'zod';
import { intent, words } from './intent.ts';

/** Somebody has left the firm: by the clock `person` is their id, with the `platform` whose directory says so; an administrator says how they are called. */
export const LeaveFirm = intent(
  'person.leave',
  z.object({ person: z.string().optional(), platform: z.string().optional(), called: words }),
);
