/** The cable between the bot and its database, which a story can pull out and put back. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Cable {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #far: URL | undefined;

  /** Answers the address at this end. */
  async lay(databaseUrl: string): Promise<string> {
    this.#far = new URL(databaseUrl);
    await this.plugIn();
    const near = new URL(databaseUrl);
    near.host = `127.0.0.1:${this.#port}`;
    return near.href;
  }

  async plugIn(): Promise<void> {
    const server = createServer((near) => this.#join(near));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : 0;
    this.#server = server;
  }

  /** Everything under way breaks, and nobody gets through any more. */
  async pullOut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (!server) return;
    server.close();
    await once(server, 'close');
  }

  #join(near: Socket): void {
    const far = connect(Number(this.#far?.port), this.#far?.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}
