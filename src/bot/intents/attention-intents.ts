/** Wishes about what the bot says of its own accord, and when. */
import { z } from 'zod';
import { intent } from './intent.ts';

/** `agenda`: what time will ask, and what became of it. */
export const ShowAgenda = intent('agenda.show', z.object({}));
/** `preview next week`: what will be sent to whom. */
export const PreviewAgenda = intent('agenda.preview', z.object({}));
/** `why me`: what I was sent this week, and for what cause. */
export const ExplainMessages = intent('attention.explain', z.object({}));
/** The clock's: somebody's quiet hours are over. */
export const BeginDay = intent('attention.morning', z.object({ person: z.string(), at: z.coerce.date() }));
