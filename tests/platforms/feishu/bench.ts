/** What the tests of this adapter stand on: a real HTTP server as the door, a quiet log, fixtures, and an engine that only remembers. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { HttpDoor, RawHandler } from '../../../src/bot/ports/http.ts';
import { memoryOf } from '../../support/platform-memory.ts';
import type { PlatformMemory } from '../../../src/bot/ports/platform-memory.ts';
import type { Log } from '../../../src/bot/ports/log.ts';
import type { Inbound, Platform, Reply } from '../../../src/bot/ports/platform.ts';
import { feishu } from '../../../src/bot/platforms/feishu/index.ts';
import { FakeFeishu } from '../../fakes/feishu/fake-feishu.ts';
import type { FakeFeishuOptions } from '../../fakes/feishu/people.ts';

export const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => quiet,
};

export const realTime = { now: () => new Date() };

export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/feishu/${name}.json`, import.meta.url), 'utf8'));
}

export type Door = HttpDoor & { readonly url: string; close(): Promise<void> };

export async function openDoor(): Promise<Door> {
  const routes = new Map<string, RawHandler>();
  const server = createServer((request, response) => {
    const handler = request.method === 'POST' ? routes.get(request.url ?? '') : undefined;
    if (handler) return void handler(request, response);
    response.writeHead(405).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the door has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    mount: (path, handler) => void routes.set(path, handler),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const secretKey = 'a secret only for tests, of more than 32 characters';

type More = {
  readonly appSecret?: string;
  /** Set: approvals are mirrored. */
  readonly memory?: PlatformMemory;
  readonly log?: Log;
};

export function adapterFor(fake: FakeFeishu, door: Door, more: More = {}): Platform {
  const options = {
    appId: fake.appId,
    appSecret: more.appSecret ?? fake.appSecret,
    encryptKey: fake.encryptKey,
    verificationToken: fake.verificationToken,
    baseUrl: fake.settings.FEISHU_BASE_URL ?? '',
  };
  const { memory, log = quiet } = more;
  const centre = memory ? { approvalCentre: { publicUrl: door.url, secretKey, memory } } : {};
  return feishu({ ...options, ...centre }, { http: door, log, realTime });
}

export type Bench = {
  readonly fake: FakeFeishu;
  readonly platform: Platform;
  readonly url: string;
  readonly heard: Inbound[];
  /** What the engine answers to the next gestures. A thrown error stands for a database that is down. */
  replies(reply: Reply | Error | (() => Promise<Reply>)): void;
  close(): Promise<void>;
};

export const ana = 'ou_ana';
export const bo = 'ou_bo';
export const desk = 'oc_desk';

/** The adapter against the fake, with Ana (English) and Bo (Chinese) and a desk both are in. */
export async function bench(options: FakeFeishuOptions = {}): Promise<Bench> {
  const fake = new FakeFeishu(options);
  await fake.start();
  fake.person(ana, { name: 'Ana', email: 'ana@firm.example', locale: 'en-US', zone: 'Europe/Berlin' });
  fake.person(bo, { name: '王波', locale: 'zh-CN' });
  fake.room(desk, [ana, bo]);
  const door = await openDoor();
  fake.connect(door.url);
  const platform = adapterFor(fake, door, options.approvalCentre === true ? { memory: memoryOf() } : {});
  const heard: Inbound[] = [];
  let next: Reply | Error | (() => Promise<Reply>) = {};
  await platform.start(async (inbound) => {
    heard.push(inbound);
    if (next instanceof Error) throw next;
    return typeof next === 'function' ? await next() : next;
  });
  return {
    fake,
    platform,
    url: door.url,
    heard,
    replies(reply) {
      next = reply;
    },
    async close() {
      await platform.stop();
      await door.close();
      await fake.stop();
    },
  };
}
