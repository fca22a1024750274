/** The small shapes of the firm file: names, ids, lengths of time, words for people. */
import { z } from 'zod';
import { locales } from '../../../domain/language.ts';
import { platformIds } from '../config.ts';

export const name = z.string().min(1);
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, { error: 'an id is made of letters, digits, - and _' });
export const locale = z.enum(locales);
export const zone = z.string().describe('IANA time zone, like Asia/Shanghai');
export const email = z.string().regex(/^\S+@\S+$/, { error: 'this is not an e-mail address' });
export const duration = z
  .string()
  .describe('30m, 4h or 3d of working time (1d: one working day), or calendar time: 14d calendar');
export const weekly = z.string().describe('A weekday and a time in the zone of the person concerned: fri 16:00');
export const onPlatforms = (words: string) =>
  z.strictObject(Object.fromEntries(platformIds.map((platform) => [platform, name.optional()]))).describe(words);

/** A word for people: the same for every language, or one for each. */
export const localized = z.union([
  name,
  z
    .strictObject({ 'zh-CN': name.optional(), 'en-US': name.optional() })
    .refine((words) => Object.keys(words).length > 0, { error: 'it has no words' }),
]);
