/** One adapter on a real server, the strict fake of its platform before it, and an engine that the test plays. */
import { Hono } from 'hono';
import { feishu } from '../../src/bot/platforms/feishu/index.ts';
import { asPlayed } from '../../src/bot/platforms/playground/firm.ts';
import { PLAYGROUND, playground } from '../../src/bot/platforms/playground/index.ts';
import { slack } from '../../src/bot/platforms/slack/index.ts';
import type { Hear, Inbound, Platform } from '../../src/bot/ports/platform.ts';
import { readSettings, type Settings } from '../../src/bot/runtime/config.ts';
import { readFirmFile } from '../../src/bot/runtime/firm-file/read.ts';
import { createHttpServer, type HttpServer } from '../../src/bot/runtime/http-server.ts';
import { newId } from '../../src/bot/runtime/ids.ts';
import { realClock } from '../../src/bot/runtime/real-clock.ts';
import { chatMemory } from '../../src/bot/store/chat-memory.ts';
import { openDatabase } from '../../src/bot/store/database.ts';
import { windows } from '../../src/bot/store/windows.ts';
import { playgroundPages } from '../../src/web/playground/index.ts';
import { PlaygroundChat } from '../fakes/playground/index.ts';
import { freshDatabase } from '../support/database.ts';
import type { FakeChat, SeenMessage } from '../support/fake-chat.ts';
import { firmFile, newFake, type PlatformName, silent } from '../support/world.ts';

export type Bench = {
  readonly chat: FakeChat;
  readonly platform: Platform;
  /** 王芳's account and the desk's room. */
  readonly wang: string;
  readonly room: string;
  /** Everything the engine heard. */
  readonly heard: Inbound[];
  /** How the engine hears from now on. */
  readonly hears: (hear: Hear) => void;
  /** What 王芳 sees now, wherever. */
  readonly seen: () => Promise<readonly SeenMessage[]>;
  readonly end: () => Promise<void>;
};

const accounts: Readonly<Record<PlatformName, { wang: string; room: string }>> = {
  slack: { wang: 'U0WANG', room: 'C0STRAT' },
  feishu: { wang: 'ou_wang', room: 'oc_strat' },
  playground: { wang: 'wang', room: 'room-strategy' },
};

type Built = { readonly platform: Platform; readonly web: Hono; readonly close: () => Promise<void> };

async function build(settings: Settings, http: HttpServer): Promise<Built> {
  const seams = { http, log: silent, realTime: realClock };
  const web = new Hono();
  const close = async (): Promise<void> => undefined;
  if (settings.slack) return { platform: slack(settings.slack, seams), web, close };
  if (settings.feishu) return { platform: feishu(settings.feishu, seams), web, close };
  return onOwnDatabase(web);
}

async function onOwnDatabase(web: Hono): Promise<Built> {
  const { url, drop } = await freshDatabase();
  const database = openDatabase({ url, processName: 'contract', onIdleError: () => undefined });
  const memory = chatMemory(database, url, silent);
  await memory.start();
  const platform = playground({ memory, log: silent, clock: realClock, newKey: newId });
  const firm = asPlayed(readFirmFile(firmFile), PLAYGROUND);
  const time = { now: () => realClock.now(), travel: async (now: Date) => ({ now, pending: 0 }) };
  web.route(
    '/',
    playgroundPages({ platform, memory, firm: () => firm, windows: windows(database), time, log: silent }),
  );
  const close = async (): Promise<void> => {
    await memory.stop();
    await database.close();
    await drop();
  };
  return { platform, web, close };
}

export async function bench(name: PlatformName): Promise<Bench> {
  const { wang, room } = accounts[name];
  const chat = newFake(name);
  await chat.start();
  chat.person(wang, { name: '王芳', email: 'wang@firm.example', locale: 'zh-CN', zone: 'Asia/Shanghai' });
  chat.room(room, [wang]);
  const given = { PORT: '0', DATABASE_URL: 'postgres://nowhere/none', STEWARD_CONFIG: firmFile };
  const settings = readSettings({ ...given, ...chat.settings }, { root: '/' });

  const http = createHttpServer(silent);
  const { platform, web, close } = await build(settings, http);
  const port = await http.listen({ port: 0, host: '127.0.0.1', fetch: web.fetch });
  chat.connect(`http://127.0.0.1:${port}`);
  const heard: Inbound[] = [];
  const engine: { hear: Hear } = { hear: async () => ({}) };
  await platform.start((inbound) => {
    heard.push(inbound);
    return engine.hear(inbound);
  });

  return {
    ...{ chat, platform, wang, room, heard },
    hears: (hear) => {
      engine.hear = hear;
    },
    seen: async () => {
      if (chat instanceof PlaygroundChat) await chat.refresh();
      return chat.sees(wang);
    },
    end: async () => {
      await platform.stop();
      await http.close(0);
      await close();
      await chat.stop();
    },
  };
}
