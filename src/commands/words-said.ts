/** Words that are no command: offered as a request, because somebody may simply be asking for help. */
import { answer, command } from '../bot/engine/define.ts';
import { Converse } from '../bot/intents/general-intents.ts';
import { given } from '../domain/decision.ts';

export const wordsSaid = command(Converse, async ({ input, by }) => {
  if (by.kind !== 'person') return answer({});
  const text = given(input.text);
  return answer({
    open:
      text === undefined
        ? { name: 'help', of: by.person.id }
        : { name: 'conversation', of: by.person.id, input: { text } },
  });
});
