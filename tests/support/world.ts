/**
 * A whole Steward for a story: the real bot on a real database, its people on one chat platform. Told in the words of people:
 * `await wang.says('申请 市场调研')`. After every gesture the bot has sent all that is due, so a story never waits.
 */
import pg from 'pg';
import type { Log } from '../../src/bot/ports/log.ts';
import { readSettings } from '../../src/bot/runtime/config.ts';
import { type Part, stopInOrder } from '../../src/bot/runtime/shutdown.ts';
import { type Steward, startSteward } from '../../src/steward.ts';
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { PlaygroundChat } from '../fakes/playground/index.ts';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import { cast, deskRooms, firmFile, type Name, type PlatformName, WEDNESDAY_TEN } from './cast.ts';
import { freshDatabase } from './database.ts';
import type { Deliver, FakeChat } from './fake-chat.ts';
import { Someone } from './someone.ts';

export { firmFile, type Name, type PlatformName, platformNames, WEDNESDAY_TEN } from './cast.ts';
export { Someone } from './someone.ts';

const nothing = (): void => undefined;
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };

/** A clock by which no pause between two messages takes time. */
const hasty = (): number => Date.now() * 100_000;

/** An unpaced bot speaks faster than Slack allows; that is then not what the fake looks at. */
export function newFake(platform: PlatformName, paced = true, approvalCentre = false): FakeChat {
  switch (platform) {
    case 'slack':
      return new SlackFake(paced ? {} : { burst: 10_000 });
    case 'feishu':
      return new FakeFeishu({ approvalCentre });
    case 'playground':
      return new PlaygroundChat();
  }
}

export type WorldOptions = {
  readonly platform: PlatformName;
  /** A second chat of the same firm. */
  readonly also?: PlatformName;
  readonly deliver?: Deliver;
  readonly log?: Log;
  readonly at?: Date;
  /** Another firm file than the contract's own example. */
  readonly firm?: string;
  /** Speaks as slowly as the platforms ask. Stories do not wait for that unless it is what they tell. */
  readonly paced?: boolean;
  /** By how much the machine's clock is wrong. */
  readonly clockAheadMs?: number;
  /** Whether approvals are mirrored where the platform has a list of its own. */
  readonly approvalCentre?: boolean;
  /** Puts something between the bot and its database: answers the address the bot is given. */
  readonly between?: (databaseUrl: string) => Promise<string>;
};

function populate(chat: FakeChat, platform: PlatformName): void {
  for (const { name, locale, zone, accounts, ...more } of Object.values(cast)) {
    chat.person(accounts[platform], { name, locale, zone, ...('email' in more ? { email: more.email } : {}) });
  }
  chat.room(deskRooms[platform], [cast.wang.accounts[platform], cast.li.accounts[platform]]);
}

export class World {
  readonly platform: PlatformName;
  readonly deliver: Deliver;
  readonly chat: FakeChat;
  readonly url: string;
  readonly #options: WorldOptions;
  readonly #chats: ReadonlyMap<PlatformName, FakeChat>;
  readonly #log: Log;
  readonly #dropDatabase: () => Promise<void>;
  #parts: Part[] = [];
  #steward: Steward | undefined;
  #pool: pg.Pool;

  private constructor(
    options: WorldOptions,
    chats: ReadonlyMap<PlatformName, FakeChat>,
    database: { url: string; drop: () => Promise<void> },
  ) {
    this.#options = options;
    this.#chats = chats;
    this.platform = options.platform;
    this.deliver = options.deliver ?? 'once';
    this.#log = options.log ?? silent;
    this.chat = this.chatOn(options.platform);
    this.url = database.url;
    this.#dropDatabase = database.drop;
    this.#pool = new pg.Pool({ connectionString: database.url, max: 2 });
  }

  static async begin(options: WorldOptions): Promise<World> {
    const platforms = [options.platform, ...(options.also ? [options.also] : [])];
    const { paced = false, approvalCentre } = options;
    const chats = new Map(platforms.map((platform) => [platform, newFake(platform, paced, approvalCentre)]));
    for (const [platform, chat] of chats) {
      await chat.start();
      populate(chat, platform);
    }
    const world = new World(options, chats, await freshDatabase());
    await world.start();
    await world.travelTo(options.at ?? WEDNESDAY_TEN);
    return world;
  }

  get room(): string {
    return deskRooms[this.platform];
  }

  isRoom(chat: string): boolean {
    return Object.values(deskRooms).includes(chat);
  }

  get botUrl(): string {
    return `http://127.0.0.1:${this.#running.port}`;
  }

  get #running(): Steward {
    if (!this.#steward) throw new Error('the bot is not running');
    return this.#steward;
  }

  chatOn(platform: PlatformName): FakeChat {
    const chat = this.#chats.get(platform);
    if (!chat) throw new Error(`nobody is on ${platform} in this story`);
    return chat;
  }

  someone(name: Name, platform: PlatformName = this.platform): Someone {
    return new Someone(this, name, platform);
  }

  #chatSettings(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#chats.values()].flatMap(({ settings }) => Object.entries(settings)));
  }

  async start(): Promise<void> {
    const { firm = firmFile, between, paced, clockAheadMs = 0 } = this.#options;
    const environment = {
      ...{
        PORT: '0',
        DATABASE_URL: (await between?.(this.url)) ?? this.url,
        STEWARD_CONFIG: firm,
        TEST_CLOCK: 'on',
        SECRET_KEY: 'a secret only for stories, 32+ chars',
      },
      ...this.#chatSettings(),
    };
    const settings = readSettings(environment, { root: '/' });
    this.#steward = await startSteward(settings, this.#log, this.#parts, {
      ...(paced === true ? {} : { paceNow: hasty }),
      realNow: () => Date.now() + clockAheadMs,
    });
    for (const chat of this.#chats.values()) chat.connect(this.botUrl);
  }

  /** Stops the bot in order; the database and the chat stay. */
  async stop(): Promise<void> {
    await stopInOrder(this.#parts, this.#log);
    this.#parts = [];
    this.#steward = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    await this.#pool.end();
    for (const chat of this.#chats.values()) await chat.stop();
    await this.#dropDatabase();
  }

  /** Does and sends all that is due. */
  async settle(): Promise<void> {
    const { engine } = this.#running;
    await engine.travel(engine.now());
    // A card that is being pressed is locked for a moment; people do not notice the second it takes.
    for (let again = await this.#soon(); again; again = await this.#soon()) await engine.travel(again);
    for (const chat of this.#chats.values()) if (chat instanceof PlaygroundChat) await chat.refresh();
  }

  async #soon(): Promise<Date | undefined> {
    const now = this.now();
    const soon = new Date(now.getTime() + 1_000);
    const sql = `SELECT max(not_before) AS at FROM post WHERE state = 'waiting' AND not_before > $1 AND not_before <= $2`;
    return (await this.rows<{ at: Date | null }>(sql, [now, soon]))[0]?.at ?? undefined;
  }

  async after<T>(gesture: () => Promise<T>): Promise<T> {
    const result = await gesture();
    await this.settle();
    return result;
  }

  async travelTo(target: Date): Promise<void> {
    await this.#running.engine.travel(target);
    await this.settle();
  }

  async pass(ms: number): Promise<void> {
    await this.travelTo(new Date(this.#running.engine.now().getTime() + ms));
  }

  now(): Date {
    return this.#running.engine.now();
  }

  async rows<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    return (await this.#pool.query<T>(sql, [...values])).rows;
  }
}
