/** The slash command: words with a way to answer at once, for the person alone. */
import { z } from 'zod';
import type { Body } from './body.ts';
import { chatOf, type Gesture, given, ignored } from './gesture.ts';
import { readWords } from './words.ts';

const command = z.looseObject({
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  text: z.string().default(''),
  trigger_id: z.string().min(1),
  response_url: z.url().optional(),
});

/** Slack sends us only the commands of our own manifest, so any name is ours. */
export function readCommand(body: Body, botUser: string): Gesture {
  const found = command.safeParse(body);
  if (!found.success) return ignored('a command of unknown shape');
  const { user_id: account, channel_id: channel, text, trigger_id: trigger, response_url: answerAt } = found.data;
  const chat = chatOf(channel);
  return {
    heard: true,
    inbound: {
      kind: 'said',
      key: `command:${trigger}`,
      speaker: { account },
      text: readWords(text, botUser),
      chat,
      answers: 'reply',
    },
    way: { kind: 'command', account, chat, trigger, ...given({ answerAt }), origin: { chat, ...given({ answerAt }) } },
  };
}
