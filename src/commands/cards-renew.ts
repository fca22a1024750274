/** At night, open records' cards that soon could not be edited any more are posted anew. */
import { clockCommand } from '../bot/engine/define.ts';
import { RenewAgeing } from '../bot/intents/card-intents.ts';

export const cardsRenew = clockCommand(RenewAgeing, async () => ({
  ...{ kind: 'decided', changes: [], answer: {} },
  renew: 'ageing',
}));
