/** Wishes about the desk itself rather than one record. */
import { z } from 'zod';
import { intent, words } from './intent.ts';

export const ShowHelp = intent('help.show', z.object({}));
export const ShowMine = intent('my.show', z.object({}));
/** `status REQ-7`: the number as typed. */
export const ShowRecord = intent('record.show', z.object({ number: words }));
/** Closes a form that stands in a chat without sending it. Its other input is ignored. */
export const CancelForm = intent('form.cancel', z.looseObject({}));
/** A word of a subject that this desk does not have yet. */
export const NotYet = intent('word.not-yet', z.object({ word: z.string() }));
/** Words that are no command: somebody may be asking for help in their own words. */
export const Converse = intent('words.said', z.object({ text: z.string() }));
