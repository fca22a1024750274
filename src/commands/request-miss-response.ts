/** The first response is due, as it was planned before there was a ledger: asked as what it is today. */
import { clockCommand } from '../bot/engine/define.ts';
import { MissResponse } from '../bot/intents/request-intents.ts';
import { slaMark } from './sla-mark.ts';

export const requestMissResponse = clockCommand(MissResponse, ({ input: { request }, ...turn }) =>
  slaMark.decide({ ...turn, input: { request, clock: 'response', percent: 100 } }),
);
