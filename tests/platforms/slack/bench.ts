/** The adapter on a real server, the strict fake of Slack before it, and an engine that the test plays. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { slack } from '../../../src/bot/platforms/slack/index.ts';
import type { RawHandler } from '../../../src/bot/ports/http.ts';
import type { Log } from '../../../src/bot/ports/log.ts';
import type { PlatformMemory } from '../../../src/bot/ports/platform-memory.ts';
import type { Hear, Inbound, Platform, Reply } from '../../../src/bot/ports/platform.ts';
import { memoryOf } from '../../support/platform-memory.ts';
import { SlackFake } from '../../fakes/slack/slack-fake.ts';

export type Bench = {
  readonly fake: SlackFake;
  readonly platform: Platform;
  readonly url: string;
  /** Everything the engine heard. */
  readonly heard: Inbound[];
  /** What the engine replies from now on. */
  readonly answer: (hear: Hear | Reply) => void;
  readonly lines: readonly { readonly level: string; readonly facts: unknown; readonly message: string }[];
  end(): Promise<void>;
};

export const secret = 'fake-signing-secret';

export async function bench(
  options: {
    readonly token?: string;
    readonly fake?: SlackFake;
    readonly apiUrl?: string;
    readonly memory?: PlatformMemory;
    readonly now?: () => Date;
  } = {},
): Promise<Bench> {
  const fake = options.fake ?? new SlackFake();
  await fake.start();
  fake.person('U0ANN', { name: 'Ann', email: 'ann@globex.example', locale: 'en-US', zone: 'Europe/London' });
  fake.person('U0WANG', { name: '王芳', locale: 'zh-CN', zone: 'Asia/Shanghai' });
  fake.room('C0DESK', ['U0ANN', 'U0WANG']);

  const routes = new Map<string, RawHandler>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const handler = routes.get(request.url ?? '');
    if (handler) void handler(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  fake.connect(url);

  const { settings } = fake;
  const { log, lines } = keptLog();
  const platform = slack(
    {
      botToken: options.token ?? settings['SLACK_BOT_TOKEN'] ?? '',
      signingSecret: settings['SLACK_SIGNING_SECRET'] ?? '',
      apiUrl: options.apiUrl ?? settings['SLACK_API_URL'] ?? '',
    },
    {
      http: { mount: (path, handler) => void routes.set(path, handler) },
      log,
      realTime: { now: options.now ?? (() => new Date()) },
      memory: options.memory ?? memoryOf(),
    },
  );
  const heard: Inbound[] = [];
  let current: Hear | Reply = {};
  const hear: Hear = async (inbound) => {
    heard.push(inbound);
    return typeof current === 'function' ? current(inbound) : current;
  };
  const end = async () => {
    await platform.stop();
    server.closeAllConnections();
    server.close();
    await fake.stop();
  };
  try {
    await platform.start(hear);
  } catch (error) {
    await end();
    throw error;
  }
  return { fake, platform, url, heard, answer: (reply) => void (current = reply), lines, end };
}

function keptLog(): { log: Log; lines: { level: string; facts: unknown; message: string }[] } {
  const lines: { level: string; facts: unknown; message: string }[] = [];
  const at = (level: string) => (facts: unknown, message: string) => void lines.push({ level, facts, message });
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log };
  return { log, lines };
}
