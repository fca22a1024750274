/** Stands between the bot and PostgreSQL: can hold a named statement before the server gets it, or the server's answer to it, for good. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export type Held = {
  /** The name of the prepared statement. */
  readonly statement: string;
  readonly when: 'before' | 'after';
};

export class DatabaseLink {
  readonly url: string;
  readonly #server: Server;
  #stop: (Held & { readonly reached: () => void }) | undefined;

  private constructor(server: Server, target: URL) {
    this.#server = server;
    const own = new URL(target.href);
    own.port = String((server.address() as AddressInfo).port);
    this.url = own.href;
    server.on('connection', (bot) => this.#join(bot, connect(Number(target.port), target.hostname)));
  }

  static async open(databaseUrl: string): Promise<DatabaseLink> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new DatabaseLink(server, new URL(databaseUrl));
  }

  holds(held: Held): Promise<void> {
    return new Promise((reached) => {
      this.#stop = { ...held, reached };
    });
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(bot: Socket, database: Socket): void {
    const state: { held: 'no' | 'all' | 'answers'; reached: () => void } = { held: 'no', reached: () => undefined };
    bot.setNoDelay(true);
    database.setNoDelay(true);
    bot.on('data', (bytes) => {
      const stop = this.#stop;
      if (stop && binds(bytes, stop.statement)) {
        this.#stop = undefined;
        state.held = stop.when === 'before' ? 'all' : 'answers';
        state.reached = stop.reached;
        if (stop.when === 'before') stop.reached();
      }
      if (state.held !== 'all') database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (state.held === 'no') bot.write(bytes);
      // The server answers when the transaction is over: what is held here has been committed.
      else state.reached();
    });
    for (const [one, other] of [
      [bot, database],
      [database, bot],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }
}

/** A Bind message names the portal (unnamed here) and the statement: https://www.postgresql.org/docs/current/protocol-message-formats.html */
function binds(bytes: Buffer, statement: string): boolean {
  return bytes.includes(`\0${statement}\0`);
}
