/** What platforms hand us, kept for as long as a test lives. */
import type { PlatformMemory } from '../../src/bot/ports/platform-memory.ts';

export function memoryOf(kept = new Map<string, string>()): PlatformMemory {
  return {
    renew: async (key, work) => {
      const value = await work(kept.get(key));
      kept.set(key, value);
      return value;
    },
  };
}
