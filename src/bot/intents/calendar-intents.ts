/** Wishes about calendars. */
import { z } from 'zod';
import { intent } from './intent.ts';

/** The clock's: says which years' holidays are missing. */
export const WarnOfMissingYear = intent('calendar.warn', z.object({}));
