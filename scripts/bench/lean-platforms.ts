/** Slack's and Feishu's APIs as they look from a bot that does everything right: every call is accepted at once, and its moment kept. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export type Call = { readonly at: number; readonly what: 'post' | 'update' | 'other'; readonly to: string };

const json = { 'content-type': 'application/json; charset=utf-8' };

export class LeanPlatforms {
  readonly calls: Call[] = [];
  /** Whoever waits for the next post. */
  onPost: ((to: string) => void) | undefined;
  readonly #server: Server;
  #count = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.keepAliveTimeout = 60_000;
    server.on('request', (request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = this.#answer(request.url ?? '', request.method ?? '', chunks);
        response.writeHead(200, json).end(JSON.stringify(body));
      });
    });
  }

  static async open(): Promise<LeanPlatforms> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LeanPlatforms(server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #saw(what: Call['what'], to: string): void {
    this.calls.push({ at: performance.now(), what, to });
    if (what === 'post') this.onPost?.(to);
  }

  #answer(url: string, method: string, chunks: readonly Buffer[]): object {
    this.#count += 1;
    const body = (): string => Buffer.concat(chunks).toString();
    if (url.startsWith('/api/')) return this.#slack(url.slice(5), body);
    if (url.startsWith('/respond')) return { ok: true };
    return this.#feishu(url, method, body);
  }

  #slack(name: string, body: () => string): object {
    const field = (key: string): string => new RegExp(`(?:^|[&"])${key}(?:=|":")([^&"]+)`).exec(body())?.[1] ?? '';
    switch (name) {
      case 'auth.test':
        return { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0' };
      case 'conversations.open':
        return { ok: true, channel: { id: `D0${field('users').slice(2)}` } };
      case 'chat.postMessage': {
        const channel = field('channel');
        this.#saw('post', channel);
        return { ok: true, channel, ts: `${this.#count}.000001` };
      }
      case 'chat.update':
        this.#saw('update', field('ts'));
        return { ok: true };
      default:
        this.#saw('other', name);
        return { ok: true, user: { id: 'U', profile: {} }, view: { id: 'V' }, messages: [] };
    }
  }

  #feishu(url: string, method: string, body: () => string): object {
    if (url.includes('tenant_access_token')) return { code: 0, tenant_access_token: 't-bench', expire: 7200 };
    if (url.includes('/bot/v3/info')) return { code: 0, bot: { open_id: 'ou_bot' } };
    if (url.startsWith('/open-apis/im/v1/messages?')) {
      const to = /"receive_id":"([^"]+)"/.exec(body())?.[1] ?? '';
      this.#saw('post', to);
      return { code: 0, data: { message_id: `om_b${this.#count}`, chat_id: `oc_${to}` } };
    }
    if (url.startsWith('/open-apis/im/v1/messages/') && method === 'PATCH') {
      this.#saw('update', url.slice('/open-apis/im/v1/messages/'.length));
      return { code: 0, data: {} };
    }
    this.#saw('other', url);
    return { code: 0, data: { user: { name: 'x' } } };
  }
}
