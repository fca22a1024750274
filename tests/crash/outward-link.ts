/** Stands between the bot and a platform's API: remembers which posts the platform has accepted, and can hold a call or its answer for good. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ask } from './gateway.ts';

/** One accepted call that makes a message. */
export type Accepted = { readonly post: string; readonly chat: string; readonly message: string };

export type Held = { readonly path: RegExp; readonly when: 'before' | 'after' };

export class OutwardLink {
  readonly accepted: Accepted[] = [];
  readonly #server: Server;
  readonly #target: string;
  #stop: (Held & { readonly reached: () => void }) | undefined;

  private constructor(server: Server, target: string) {
    this.#server = server;
    this.#target = target;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async open(target: string): Promise<OutwardLink> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OutwardLink(server, new URL(target).origin);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Holds the next such call before the platform gets it, or the answer before the bot does. Resolves when it holds one. */
  holds(held: Held): Promise<void> {
    return new Promise((reached) => {
      this.#stop = { ...held, reached };
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const body = Buffer.concat(await request.toArray().catch(() => []));
    const stop = this.#stop?.path.test(path) ? this.#stop : undefined;
    if (stop) this.#stop = undefined;
    if (stop?.when === 'before') return stop.reached();
    try {
      const answer = await ask(`${this.#target}${path}`, request.method ?? 'POST', request.headers, body);
      this.#remember(path, body, answer.body);
      if (stop) return stop.reached();
      const { 'transfer-encoding': _encoding, connection: _connection, ...headers } = answer.headers;
      response.writeHead(answer.status, headers).end(answer.body);
    } catch {
      request.socket.destroy();
    }
  }

  #remember(path: string, body: Buffer, answer: Buffer): void {
    const told = json(answer);
    if (path.endsWith('/chat.postMessage') && told['ok'] === true) {
      const id = member(
        json(body)['metadata'] ?? new URLSearchParams(body.toString()).get('metadata'),
        'event_payload',
      );
      this.accepted.push({ post: text(member(id, 'id')), chat: text(told['channel']), message: text(told['ts']) });
    }
    if (path.startsWith('/open-apis/im/v1/messages?') && told['code'] === 0) {
      const { data } = told;
      const [chat, message] = [text(member(data, 'chat_id')), text(member(data, 'message_id'))];
      this.accepted.push({ post: text(json(body)['uuid']), chat, message });
    }
  }
}

function json(bytes: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(bytes.toString()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function member(value: unknown, name: string): unknown {
  const object: unknown = typeof value === 'string' ? json(Buffer.from(value)) : value;
  return typeof object === 'object' && object !== null
    ? Object.entries(object).find(([key]) => key === name)?.[1]
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
