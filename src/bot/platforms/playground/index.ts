/** The playground as a platform: the same port as the real chats, and the door its page knocks at. */
import type { PlatformId } from '../../../domain/ids.ts';
import type { KeptMessage } from '../../ports/chat-memory.ts';
import type { Platform } from '../../ports/platform.ts';
import { type Door, door, type PlaygroundNeeds } from './door.ts';
import { traits } from './limits.ts';
import { outbound } from './outbound.ts';

export const PLAYGROUND = 'playground' as PlatformId;

export interface PlaygroundPlatform extends Platform, Door {
  /** Hears of every new or repainted message. Answers a function that stops it. */
  watch(listener: (message: KeptMessage) => void): () => void;
}

export function playground(needs: PlaygroundNeeds): PlaygroundPlatform {
  const entrance = door(needs);
  return {
    id: PLAYGROUND,
    traits,
    start: async (hear) => {
      entrance.open(hear);
    },
    stop: async () => {
      entrance.close();
    },
    settled: () => Promise.resolve(),
    trouble: () => (entrance.isOpen() ? undefined : 'the playground has not started'),
    ...outbound(needs),
    ...entrance.door,
    watch: (listener) => needs.memory.watch(listener),
  };
}
