/** Closes a form that stands in a chat: what stood there comes back. */
import { answer, command } from '../bot/engine/define.ts';
import { CancelForm } from '../bot/intents/general-intents.ts';

export const formCancel = command(CancelForm, async () => answer({ notice: { type: 'form.closed' }, tone: 'neutral' }));
