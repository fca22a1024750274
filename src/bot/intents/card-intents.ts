/** Wishes about cards that stand in chats. */
import { z } from 'zod';
import { intent } from './intent.ts';

/** The clock's, at night. */
export const RenewAgeing = intent('cards.renew', z.object({}));
/** `repair`: everything open, whatever we believe it shows. */
export const RepairCards = intent('cards.repair', z.object({}));
