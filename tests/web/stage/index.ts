/** The page on a stage: the real platform and pages over stand-ins at the ports, listening on a free port. */

import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type PlaygroundPlatform, playground } from '../../../src/bot/platforms/playground/index.ts';
import { playgroundPages } from '../../../src/web/playground/index.ts';
import { firm } from './firm.ts';
import { StubMemory, StubTime, StubWindows, silentLog } from './memory.ts';
import { Script } from './script.ts';

export type StageSet = {
  readonly url: string;
  readonly memory: StubMemory;
  readonly windows: StubWindows;
  readonly time: StubTime;
  readonly script: Script;
  readonly platform: PlaygroundPlatform;
  /** Cuts every open connection, as a broken line would. */
  cut(): void;
  close(): Promise<void>;
};

export async function stage(port = 0): Promise<StageSet> {
  const [memory, windows, time, log] = [new StubMemory(), new StubWindows(), new StubTime(), silentLog()];
  const platform = playground({ memory, log, clock: time, newKey: randomUUID });
  const script = new Script(platform, windows, time);
  await platform.start(script.hear);
  const app = playgroundPages({ platform, memory, firm: () => firm, windows, time, log });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = (): void => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      cut();
    });
  return { cut, url, memory, windows, time, script, platform, close };
}
