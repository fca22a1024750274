/** What the playground's pages are built from. */
import type { PlaygroundPlatform } from '../../bot/platforms/playground/index.ts';
import type { ChatMemory } from '../../bot/ports/chat-memory.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { TimeMachine } from '../../bot/ports/time-machine.ts';
import type { Windows } from '../../bot/ports/windows.ts';
import type { Firm } from '../../domain/firm.ts';

export type PageNeeds = {
  readonly platform: PlaygroundPlatform;
  readonly memory: ChatMemory;
  readonly firm: () => Firm;
  readonly windows: Windows;
  readonly time: TimeMachine;
  readonly log: Log;
};
