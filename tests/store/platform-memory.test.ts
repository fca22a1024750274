/** What a platform has handed us: kept for good, made once however many processes ask. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlatformMemory } from '../../src/bot/ports/platform-memory.ts';
import { type Database, openDatabase } from '../../src/bot/store/database.ts';
import { platformMemory } from '../../src/bot/store/platform-memory.ts';
import { freshDatabase } from '../support/database.ts';

let databases: readonly Database[];
let memories: readonly PlatformMemory[];
let drop: () => Promise<void>;
beforeEach(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  const open = (processName: string) => openDatabase({ url: fresh.url, processName, onIdleError: () => undefined });
  databases = [open('one'), open('two')];
  memories = databases.map(platformMemory);
});
afterEach(async () => {
  await Promise.all(databases.map(({ close }) => close()));
  await drop();
});

test('many processes that begin at once make it once, and all of them know it', async () => {
  const made: string[] = [];
  const ask = (memory: PlatformMemory) =>
    memory.renew('app/definition', async (kept) => {
      if (kept !== undefined) return kept;
      made.push(`code-${made.length + 1}`);
      return made.at(-1) ?? '';
    });
  const answers = await Promise.all([...memories, ...memories, ...memories].map(ask));
  expect(new Set(answers)).toEqual(new Set(['code-1']));
  expect(made).toEqual(['code-1']);
});

test('what fails leaves what was kept as it was, and holds nobody up', async () => {
  const [one, two] = memories;
  await one?.renew('key', async () => 'first');
  await expect(one?.renew('key', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await two?.renew('key', async (kept) => `${kept}, then second`)).toBe('first, then second');
  expect(await two?.renew('other', async (kept) => kept ?? 'nothing yet')).toBe('nothing yet');
});
