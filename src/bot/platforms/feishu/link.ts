/** Whether the platform can be reached and takes our credentials: learnt at start and from every call, mended in the background. */
import type { Log } from '../../ports/log.ts';
import { isCredentialError, isUnreached } from './failures.ts';
import { reconnectMs } from './limits.ts';
import type { Wire } from './wire.ts';

export class Link {
  readonly #wire: Wire;
  readonly #log: Log;
  #trouble: string | undefined = 'not started';
  #bot: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(wire: Wire, log: Log) {
    this.#wire = wire;
    this.#log = log;
  }

  /** The bot's own `open_id`, once known. */
  get bot(): string | undefined {
    return this.#bot;
  }

  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Rejects only when the platform has refused the credentials; when it is away, goes on asking. */
  async start(): Promise<void> {
    this.#running = true;
    try {
      await this.#ask();
    } catch (error) {
      if (isCredentialError(error)) {
        this.stop();
        throw new Error(
          `Feishu refuses the app id and secret (${String(error)}): check FEISHU_APP_ID and FEISHU_APP_SECRET.`,
        );
      }
      this.#down(error);
    }
  }

  stop(): void {
    this.#running = false;
    this.#trouble = 'stopped';
    clearTimeout(this.#timer);
  }

  /** A call has failed: is it the link, or only this call? */
  failed(error: unknown): void {
    if (isCredentialError(error) || isUnreached(error)) this.#down(error);
  }

  worked(): void {
    if (this.#running && this.#bot !== undefined) this.#trouble = undefined;
  }

  async #ask(): Promise<void> {
    this.#bot = await this.#wire.bot();
    this.worked();
  }

  #down(error: unknown): void {
    if (!this.#running) return;
    this.#trouble = isCredentialError(error)
      ? `Feishu refuses our credentials: ${String(error)}`
      : `Feishu cannot be reached: ${String(error)}`;
    this.#log.warn({ trouble: this.#trouble }, 'the link to Feishu is down');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), reconnectMs);
    this.#timer.unref();
  }

  async #again(): Promise<void> {
    try {
      await this.#ask();
      this.#log.info({}, 'the link to Feishu is up');
    } catch (error) {
      this.#down(error);
    }
  }
}
