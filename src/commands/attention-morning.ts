/** Somebody's quiet hours are over: what waited for them is told, on one card. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { BeginDay } from '../bot/intents/attention-intents.ts';
import { show } from '../bot/reactions/effects.ts';
import type { PersonId } from '../domain/ids.ts';

export const attentionMorning = clockCommand(BeginDay, async ({ input, records }) => {
  const person = input.person as PersonId;
  const held = await records.heldFor(person, input.at);
  if (held.length === 0) return refuse({ type: 'attention.nothing-held' });
  return {
    kind: 'decided',
    changes: [],
    gathers: [{ person, dueAt: input.at }],
    effects: [show({ person }, { name: 'my-day', of: `${person}/${input.at.toISOString()}` })],
    answer: {},
  };
});
