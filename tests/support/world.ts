/**
 * A whole Steward for a story: the real bot on a real database, its people on one chat platform. Told in the words of people:
 * `await wang.says('申请 市场调研')`. After every gesture the bot has sent all that is due, so a story never waits.
 */
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Log } from '../../src/bot/ports/log.ts';
import { readSettings } from '../../src/bot/runtime/config.ts';
import { type Part, stopInOrder } from '../../src/bot/runtime/shutdown.ts';
import { startSteward, type Steward } from '../../src/steward.ts';
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { PlaygroundChat } from '../fakes/playground/index.ts';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import { freshDatabase } from './database.ts';
import type { Deliver, FakeChat, SeenForm, SeenMessage } from './fake-chat.ts';

export const platformNames = ['slack', 'feishu', 'playground'] as const;
export type PlatformName = (typeof platformNames)[number];

/** The firm of the contract's own example, with one person more whom nobody knows. */
export const firmFile = fileURLToPath(new URL('../fixtures/firm/contract-example.yaml', import.meta.url));

/** Wednesday, ten in the morning in Shanghai: inside working hours. */
export const WEDNESDAY_TEN = new Date('2026-11-25T02:00:00Z');

type Cast = {
  readonly name: string;
  readonly email?: string;
  readonly locale: string;
  readonly zone: string;
  readonly accounts: Readonly<Record<PlatformName, string>>;
};

const cast = {
  wang: {
    name: '王芳',
    email: 'wang@firm.example',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0WANG', feishu: 'ou_wang', playground: 'wang' },
  },
  li: {
    name: '李强',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0LI', feishu: 'ou_li', playground: 'li' },
  },
  zhao: {
    name: 'Zhao Min',
    locale: 'en-US',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0ZHAO', feishu: 'ou_zhao', playground: 'zhao' },
  },
  sun: {
    name: '孙静',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0SUN', feishu: 'ou_sun', playground: 'sun' },
  },
  ann: {
    name: 'Ann',
    locale: 'en-US',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0ANN', feishu: 'ou_ann', playground: 'ann' },
  },
  nobody: {
    name: 'Nobody',
    locale: 'en-US',
    zone: 'Europe/London',
    accounts: { slack: 'U0NOBODY', feishu: 'ou_nobody', playground: 'stranger' },
  },
} as const satisfies Readonly<Record<string, Cast>>;

export type Name = keyof typeof cast;

const deskRooms: Readonly<Record<PlatformName, string>> = {
  slack: 'C0STRAT',
  feishu: 'oc_strat',
  playground: 'room-strategy',
};

const nothing = (): void => undefined;
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };

export function newFake(platform: PlatformName): FakeChat {
  switch (platform) {
    case 'slack':
      return new SlackFake();
    case 'feishu':
      return new FakeFeishu();
    case 'playground':
      return new PlaygroundChat();
  }
}

export type WorldOptions = {
  readonly platform: PlatformName;
  readonly deliver?: Deliver;
  readonly log?: Log;
  readonly at?: Date;
};

type Gesture = { readonly room?: string; readonly message?: string; readonly deliver?: Deliver };

/** One person of the story. */
export class Someone {
  readonly account: string;
  readonly #world: World;

  constructor(world: World, name: Name) {
    this.#world = world;
    this.account = cast[name].accounts[world.platform];
  }

  says(text: string, options: Gesture = {}): Promise<number> {
    return this.#world.after(() =>
      this.#world.chat.says(this.account, text, { deliver: this.#world.deliver, ...options }),
    );
  }

  /** In the desk's own room, with a mention of the bot. */
  saysInRoom(text: string): Promise<number> {
    return this.says(text, { room: this.#world.room });
  }

  presses(label: string, options: Gesture = {}): Promise<number> {
    return this.#world.after(() =>
      this.#world.chat.presses(this.account, label, { deliver: this.#world.deliver, ...options }),
    );
  }

  fills(values: Readonly<Record<string, string | number>>, button: string, options: Gesture = {}): Promise<number> {
    return this.#world.after(() =>
      this.#world.chat.fills(this.account, values, button, { deliver: this.#world.deliver, ...options }),
    );
  }

  sees(): readonly SeenMessage[] {
    return this.#world.chat.sees(this.account);
  }

  /** The newest message they see whose words contain this. Fails with what they do see. */
  card(words: string): SeenMessage {
    const found = this.sees().findLast(({ text }) => text.includes(words));
    if (!found)
      throw new Error(
        `${this.account} sees nothing with “${words}”, but:\n${this.sees()
          .map(({ text }) => `— ${text}`)
          .join('\n')}`,
      );
    return found;
  }

  cards(words: string): readonly SeenMessage[] {
    return this.sees().filter(({ text }) => text.includes(words));
  }

  form(): SeenForm | undefined {
    return this.#world.chat.form(this.account);
  }

  told(): readonly string[] {
    return this.#world.chat.told(this.account);
  }

  problems(): Readonly<Record<string, string>> {
    return this.#world.chat.problems(this.account);
  }
}

export class World {
  readonly platform: PlatformName;
  readonly deliver: Deliver;
  readonly chat: FakeChat;
  readonly url: string;
  readonly #log: Log;
  readonly #dropDatabase: () => Promise<void>;
  #parts: Part[] = [];
  #steward: Steward | undefined;
  #pool: pg.Pool;

  private constructor(options: WorldOptions, chat: FakeChat, database: { url: string; drop: () => Promise<void> }) {
    this.platform = options.platform;
    this.deliver = options.deliver ?? 'once';
    this.#log = options.log ?? silent;
    this.chat = chat;
    this.url = database.url;
    this.#dropDatabase = database.drop;
    this.#pool = new pg.Pool({ connectionString: database.url, max: 2 });
  }

  static async begin(options: WorldOptions): Promise<World> {
    const chat = newFake(options.platform);
    await chat.start();
    for (const { name, locale, zone, accounts, ...more } of Object.values(cast)) {
      chat.person(accounts[options.platform], {
        name,
        locale,
        zone,
        ...('email' in more ? { email: more.email } : {}),
      });
    }
    chat.room(deskRooms[options.platform], [cast.wang.accounts[options.platform], cast.li.accounts[options.platform]]);
    const world = new World(options, chat, await freshDatabase());
    await world.start();
    await world.travelTo(options.at ?? WEDNESDAY_TEN);
    return world;
  }

  get room(): string {
    return deskRooms[this.platform];
  }

  get botUrl(): string {
    return `http://127.0.0.1:${this.#running.port}`;
  }

  get #running(): Steward {
    if (!this.#steward) throw new Error('the bot is not running');
    return this.#steward;
  }

  someone(name: Name): Someone {
    return new Someone(this, name);
  }

  async start(): Promise<void> {
    const environment = {
      ...{
        PORT: '0',
        DATABASE_URL: this.url,
        STEWARD_CONFIG: firmFile,
        TEST_CLOCK: 'on',
        SECRET_KEY: 'a secret only for stories, 32+ chars',
      },
      ...this.chat.settings,
    };
    this.#steward = await startSteward(readSettings(environment, { root: '/' }), this.#log, this.#parts);
    this.chat.connect(this.botUrl);
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
    await this.chat.stop();
    await this.#dropDatabase();
  }

  /** Does and sends all that is due. */
  async settle(): Promise<void> {
    const { engine } = this.#running;
    await engine.travel(engine.now());
    if (this.chat instanceof PlaygroundChat) await this.chat.refresh();
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
