/** A bot that can be killed between any two steps of a gesture: the real process, the strict fakes, a real PostgreSQL, and links between them that can hold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import type { FakeChat } from '../support/fake-chat.ts';
import { BotProcess } from './bot-process.ts';
import { DatabaseLink } from './database-link.ts';
import { Gateway } from './gateway.ts';
import { OutwardLink } from './outward-link.ts';

export type Platform = 'slack' | 'feishu';

export type CrashWorldOptions = {
  /** Migrated or empty; the bot migrates. */
  readonly databaseUrl: string;
  readonly firmFile: string;
  readonly platforms: readonly Platform[];
  /** Where the product's clock stands at the beginning. */
  readonly at: Date;
};

export class CrashWorld {
  readonly chats: ReadonlyMap<Platform, FakeChat>;
  readonly links: ReadonlyMap<Platform, OutwardLink>;
  readonly database: DatabaseLink;
  readonly gateway: Gateway;
  readonly #options: CrashWorldOptions;
  readonly #pool: pg.Pool;
  readonly #folder = mkdtempSync(join(tmpdir(), 'steward-crash-'));
  #bot: BotProcess | undefined;

  private constructor(
    options: CrashWorldOptions,
    chats: ReadonlyMap<Platform, FakeChat>,
    links: ReadonlyMap<Platform, OutwardLink>,
    database: DatabaseLink,
    gateway: Gateway,
  ) {
    this.#options = options;
    this.chats = chats;
    this.links = links;
    this.database = database;
    this.gateway = gateway;
    this.#pool = new pg.Pool({ connectionString: options.databaseUrl, max: 3 });
    this.#pool.on('error', () => undefined);
  }

  static async begin(options: CrashWorldOptions): Promise<CrashWorld> {
    const chats = new Map<Platform, FakeChat>();
    const links = new Map<Platform, OutwardLink>();
    const gateway = await Gateway.open();
    for (const platform of options.platforms) {
      const chat = platform === 'slack' ? new SlackFake() : new FakeFeishu();
      await chat.start();
      chat.connect(gateway.url);
      chats.set(platform, chat);
      links.set(platform, await OutwardLink.open(apiOf(chat)));
    }
    return new CrashWorld(options, chats, links, await DatabaseLink.open(options.databaseUrl), gateway);
  }

  chat(platform: Platform): FakeChat {
    const found = this.chats.get(platform);
    if (!found) throw new Error(`${platform} does not run here`);
    return found;
  }

  link(platform: Platform): OutwardLink {
    const found = this.links.get(platform);
    if (!found) throw new Error(`${platform} does not run here`);
    return found;
  }

  get #settings(): Readonly<Record<string, string>> {
    const settings = [...this.chats].map(([platform, chat]) => {
      const { origin } = this.link(platform);
      const api = platform === 'slack' ? { SLACK_API_URL: `${origin}/api/` } : { FEISHU_BASE_URL: origin };
      return { ...chat.settings, ...api };
    });
    return {
      ...Object.fromEntries(settings.flatMap((own) => Object.entries(own))),
      DATABASE_URL: this.database.url,
      STEWARD_CONFIG: this.#options.firmFile,
      TEST_CLOCK: 'on',
      SECRET_KEY: 'a secret only for crash tests, 32+ chars',
    };
  }

  /** The first start also puts the clock. */
  async start(): Promise<void> {
    const [offset] = await this.rows<{ moved: boolean }>(
      `SELECT count(*) > 0 AS moved FROM information_schema.tables WHERE table_name = 'clock_offset'`,
    );
    this.#bot = await BotProcess.start({ settings: this.#settings, folder: this.#folder });
    this.gateway.leadsTo(this.#bot.port);
    const isNew = offset?.moved !== true || (await this.now()) === undefined;
    if (isNew) await this.travelTo(this.#options.at);
  }

  /** One more process that shares the work and hears nothing; whoever asked for it ends it. */
  another(): Promise<BotProcess> {
    return BotProcess.start({ settings: { ...this.#settings, ROLES: 'worker' }, folder: this.#folder });
  }

  /** Puts the product's clock and leaves it to the processes to notice: nobody waits for what becomes due. */
  async putClock(at: Date): Promise<void> {
    await this.rows('UPDATE clock_offset SET offset_ms = $1', [at.getTime() - Date.now()]);
  }

  /** Milliseconds the product's clock is ahead, or undefined when nobody has moved it yet. */
  private async now(): Promise<number | undefined> {
    const [row] = await this.rows<{ offset_ms: string }>('SELECT offset_ms FROM clock_offset');
    return row === undefined || row.offset_ms === '0' ? undefined : Number(row.offset_ms);
  }

  async kill(): Promise<void> {
    this.gateway.leadsTo(undefined);
    await this.#bot?.kill();
    this.#bot = undefined;
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async travelTo(target: Date): Promise<void> {
    if (!this.#bot) throw new Error('the bot is not running');
    const response = await fetch(`http://127.0.0.1:${this.#bot.port}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: target.toISOString() }),
    });
    if (!response.ok) throw new Error(`the clock answered ${response.status}: ${await response.text()}`);
  }

  /** The platforms deliver again until everything has been answered 200, and the bot sends until nothing waits. */
  async settled(withinMs = 60_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      await this.gateway.redeliver();
      const [row] = await this.rows<{ open: string }>(
        `SELECT count(*) AS open FROM post WHERE state IN ('waiting', 'sending', 'unsure')`,
      );
      if (this.gateway.unanswered === 0 && row?.open === '0') return;
      if (Date.now() > deadline) {
        const complaints = JSON.stringify(this.#bot?.complaints.slice(-5));
        throw new Error(`not settled: ${this.gateway.unanswered} unanswered, ${row?.open} posts open; ${complaints}`);
      }
      await pause(50);
    }
  }

  async rows<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    return (await this.#pool.query<T>(sql, [...values])).rows;
  }

  async end(): Promise<void> {
    await this.kill();
    await this.#pool.end();
    await this.database.close();
    await this.gateway.close();
    for (const link of this.links.values()) await link.close();
    for (const chat of this.chats.values()) await chat.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function apiOf({ settings }: FakeChat): string {
  return settings['SLACK_API_URL'] ?? settings['FEISHU_BASE_URL'] ?? '';
}
