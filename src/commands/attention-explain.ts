/** "why me": what I was sent this week, and for what cause. */
import { answer, command, typed } from '../bot/engine/define.ts';
import { ExplainMessages } from '../bot/intents/attention-intents.ts';

export const attentionExplain = typed(
  'why',
  () => ({}),
  command(ExplainMessages, async ({ by }) =>
    answer(by.kind === 'person' ? { open: { name: 'why', of: by.person.id } } : {}),
  ),
);
