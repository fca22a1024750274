/** From a well-signed body to a gesture: one door for everything Slack sends. */
import { type Body, sortOf } from './body.ts';
import { readCommand } from './command.ts';
import { readEvent } from './event.ts';
import { type Gesture, ignored } from './gesture.ts';
import { readInteraction } from './interaction.ts';

export function readGesture(body: Body, botUser: string): Gesture {
  switch (sortOf(body)) {
    case 'event':
      return readEvent(body, botUser);
    case 'command':
      return readCommand(body, botUser);
    case 'interactive':
      return readInteraction(body, botUser);
    case 'challenge':
    case 'unknown':
      return ignored(`a body of type ${String(body['type'])}`);
  }
}
