/** Stands between the platforms and the bot: while the bot is away it answers 503, and it delivers again what was not answered 200. */
import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

type Delivery = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  answered: boolean;
};
type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

const noAnswer: Answer = { status: 503, headers: {}, body: Buffer.from('{"error":"nobody answers"}') };

export class Gateway {
  /** Everything the platforms have sent, in order. */
  readonly deliveries: Delivery[] = [];
  readonly #server: Server;
  #bot: number | undefined;
  #losing: (() => void) | undefined;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async open(): Promise<Gateway> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Gateway(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  leadsTo(port: number | undefined): void {
    this.#bot = port;
  }

  /** The bot's next answer never reaches the platform. Resolves when the bot has answered. */
  losesNextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      this.#losing = resolve;
    });
  }

  get unanswered(): number {
    return this.deliveries.filter(({ answered }) => !answered).length;
  }

  /** Delivers again whatever was not answered 200, as it was. Answers how many. */
  async redeliver(): Promise<number> {
    const again = this.deliveries.filter(({ answered }) => !answered);
    for (const delivery of again) delivery.answered = (await this.#carry(delivery)).status === 200;
    return again.length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray().catch(() => []));
    const delivery: Delivery = { path: request.url ?? '/', headers: request.headers, body, answered: false };
    this.deliveries.push(delivery);
    const answer = await this.#carry(delivery);
    delivery.answered = answer.status === 200;
    response.writeHead(answer.status, { 'content-type': answer.headers['content-type'] ?? 'application/json' });
    response.end(answer.body);
  }

  async #carry({ path, headers, body }: Delivery): Promise<Answer> {
    const port = this.#bot;
    if (port === undefined) return noAnswer;
    const answer = await ask(`http://127.0.0.1:${port}${path}`, 'POST', headers, body).catch(() => noAnswer);
    const lose = answer === noAnswer ? undefined : this.#losing;
    if (!lose) return answer;
    this.#losing = undefined;
    lose();
    return noAnswer;
  }
}

export function ask(url: string, method: string, headers: IncomingMessage['headers'], body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...kept } = headers;
    const outgoing = send(url, { method, headers: { ...kept, 'content-length': body.length } }, (incoming) => {
      incoming
        .toArray()
        .then(
          (chunks) =>
            resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(chunks) }),
          reject,
        );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
