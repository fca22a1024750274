/** The end of the process: in order, in time, and whatever one part does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { Log } from '../../src/bot/ports/log.ts';
import { startHeartbeat } from '../../src/bot/runtime/heartbeat.ts';
import { stopInOrder } from '../../src/bot/runtime/shutdown.ts';
import { until } from './until.ts';

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };

test('parts stop one after the other, and one that fails or hangs does not cost the others their turn', async () => {
  const stopped: string[] = [];
  const part = (name: string) => ({ name, stop: () => void stopped.push(name) });
  const fails = { name: 'queue', stop: () => Promise.reject(new Error('lost the database')) };
  const hangs = { name: 'link', stop: () => new Promise<void>(nothing) };

  const clean = await stopInOrder([part('doors'), fails, hangs, part('database')], log, { partMs: 50, wholeMs: 1_000 });

  expect({ stopped, clean }).toEqual({ stopped: ['doors', 'database'], clean: false });
  expect(await stopInOrder([part('doors')], log)).toBe(true);
});

async function ended(
  how: string,
  signals: readonly NodeJS.Signals[],
): Promise<{ code: number; lines: readonly string[] }> {
  const script = path.join(import.meta.dirname, 'shutdown-child.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit') as Promise<[number]>;
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === 'up') for (const signal of signals) child.kill(signal);
  }
  return { code: (await exit)[0], lines };
}

test('a request to end stops the parts in their order and answers with success', async () => {
  expect(await ended('calm', ['SIGTERM'])).toEqual({ code: 0, lines: ['up', 'doors', 'database'] });
});

test('a Ctrl-C that arrives twice, from the terminal and through npm, is one', async () => {
  expect(await ended('calm', ['SIGINT', 'SIGINT'])).toEqual({ code: 0, lines: ['up', 'doors', 'database'] });
});

test('a process whose log nobody reads any more still comes to its end', async () => {
  const script = path.join(import.meta.dirname, 'shutdown-child.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, 'speaking'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

test('an error nobody caught ends the process in the same order, as a failure', async () => {
  expect(await ended('broken', [])).toEqual({ code: 1, lines: ['up', 'doors', 'database'] });
  expect(await ended('unawaited', [])).toEqual({ code: 1, lines: ['up', 'doors', 'database'] });
});

test('beats do not overlap, go on after one that failed, and stop waits for the running one', async () => {
  const seen = { running: 0, most: 0, begun: 0, ended: 0 };
  const heart = startHeartbeat(async () => {
    seen.begun += 1;
    seen.running += 1;
    seen.most = Math.max(seen.most, seen.running);
    const began = performance.now();
    await until(() => performance.now() - began > 1_200, 'this beat is longer than the pause between two');
    seen.running -= 1;
    seen.ended += 1;
    throw new Error('a beat that failed');
  }, log);
  await until(() => seen.ended >= 2, 'two beats');
  await heart.stop();
  expect(seen).toMatchObject({ running: 0, most: 1, begun: seen.ended });
});
