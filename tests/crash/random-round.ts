/** Many gestures of many people on both platforms at once, and SIGKILL at random moments; in the end everything is counted. */
import { setTimeout as pause } from 'node:timers/promises';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import type { CrashWorld } from './crash-world.ts';
import { contacts, heads, type Member, staff } from './crowd.ts';
import { type Errand, progressErrand, requestErrand, type Step } from './errands.ts';
import { reckon, type Reckoning } from './ledger.ts';

export type RoundOptions = {
  readonly seed: number;
  readonly gestures: number;
  readonly kills: number;
  readonly say?: (words: string) => void;
};

export type Round = Reckoning & {
  readonly gestures: number;
  readonly kills: number;
  /** Deliveries that were not answered 200 the first time. */
  readonly redelivered: number;
  readonly records: number;
  readonly messages: number;
};

type Going = { readonly errand: Errand; at: number; sent: boolean; busy: boolean };

const AT_ONCE = 4;
const ERRANDS = 8;
const LATEST_KILL_MS = 150;
/** A step that has not shown by then is tried again, as a person would. */
const PATIENCE_MS = 20_000;

/** https://gist.github.com/tommyettinger/46a874533244883189143505d203312c: small, and the same everywhere. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Driver {
  readonly #world: CrashWorld;
  readonly #options: RoundOptions;
  readonly #chance: () => number;
  readonly #going: Going[] = [];
  readonly #over: Going[] = [];
  readonly #sentAt = new Map<Going, number>();
  #begun = 0;

  constructor(world: CrashWorld, options: RoundOptions) {
    this.#world = world;
    this.#options = options;
    this.#chance = chance(options.seed);
  }

  get made(): number {
    return this.#world.gateway.deliveries.length;
  }

  #among<T>(list: readonly T[]): T {
    return list[Math.floor(this.#chance() * list.length)] as T;
  }

  #begin(): void {
    const n = this.#begun;
    this.#begun += 1;
    const asker = staff[n % staff.length] as Member;
    const errand =
      n % 4 === 3 && n < staff.length * 4
        ? progressErrand(this.#world, staff[Math.floor(n / 4) % staff.length] as Member)
        : requestErrand(
            this.#world,
            `调研${String(n).padStart(3, '0')}`,
            { asker, taker: this.#among(staff), head: this.#among(heads), contact: this.#among(contacts) },
            this.#chance() < 0.25,
          );
    this.#going.push({ errand, at: 0, sent: false, busy: false });
  }

  #step(going: Going): Step | undefined {
    return going.errand.steps[going.at];
  }

  /** Whoever is in the middle of something, a form included, begins nothing else. */
  #occupied(going: Going, who: Member): boolean {
    return this.#going.some(
      (other) =>
        other !== going &&
        this.#step(other)?.by.account === who.account &&
        (other.busy || other.sent || (other.at === 1 && this.#step(other)?.by.account === who.account)),
    );
  }

  /** Looks what has arrived, and makes at most one gesture. Answers whether it made one. */
  async turn(): Promise<boolean> {
    await this.#look();
    while (this.#going.length < ERRANDS) this.#begin();
    if (this.#going.filter(({ busy }) => busy).length >= AT_ONCE) return false;
    const ready = this.#going.flatMap((going) => {
      const step = this.#step(going);
      if (!step || going.busy || going.sent || this.#occupied(going, step.by)) return [];
      const gesture = step.attempt();
      return gesture ? [{ going, step, gesture }] : [];
    });
    if (ready.length === 0) return false;
    const { going, gesture } = this.#among(ready);
    going.busy = true;
    void gesture
      .act()
      .then(
        () => {
          going.sent ||= gesture.counts;
          this.#sentAt.set(going, performance.now());
        },
        // The button went away between the look and the press, or the bot was away: nothing was sent.
        (error: unknown) => this.#options.say?.(`not made: ${String(error)}`),
      )
      .finally(() => {
        going.busy = false;
      });
    return true;
  }

  async #look(): Promise<void> {
    for (const going of this.#going.filter(({ busy }) => !busy)) {
      const step = this.#step(going);
      if (!step || !going.sent) continue;
      if (await step.isDone()) {
        going.at += 1;
        going.sent = false;
        // What stands in a modal that was answered only at the second delivery has been read by now.
        const chat = this.#world.chat(step.by.platform);
        if (chat instanceof SlackFake) chat.closes(step.by.account);
      } else if (
        performance.now() - (this.#sentAt.get(going) ?? 0) > PATIENCE_MS &&
        this.#world.gateway.unanswered === 0
      ) {
        going.sent = false;
      }
    }
    for (const going of this.#going.filter((one) => this.#step(one) === undefined)) {
      this.#over.push(going);
      this.#going.splice(this.#going.indexOf(going), 1);
    }
  }

  async run(): Promise<Round> {
    const { gestures, kills, say } = this.#options;
    let killed = 0;
    let redelivered = 0;
    while (this.made < gestures) {
      const acted = await this.turn();
      if (acted && killed < kills && this.made >= ((killed + 1) * gestures) / (kills + 1)) {
        await pause(this.#chance() * LATEST_KILL_MS);
        await this.#world.kill();
        killed += 1;
        await this.#idle();
        redelivered += this.#world.gateway.unanswered;
        say?.(`killed ${killed} of ${kills} after ${this.made} gestures, ${this.#world.gateway.unanswered} unanswered`);
        await this.#world.start();
        while (this.#world.gateway.unanswered > 0) await this.#world.gateway.redeliver();
      }
      if (!acted) await pause(20);
    }
    await this.#idle();
    await this.#world.settled(180_000);
    return { ...(await this.#count()), gestures: this.made, kills: killed, redelivered };
  }

  async #idle(): Promise<void> {
    while (this.#going.some(({ busy }) => busy)) await pause(10);
  }

  async #count(): Promise<Omit<Round, 'gestures' | 'kills' | 'redelivered'>> {
    const found = await reckon(this.#world);
    const lost: string[] = [];
    for (const going of this.#going.filter(({ sent }) => sent)) {
      const step = this.#step(going);
      if (step && !(await step.isDone()))
        lost.push(`${going.errand.name}: ${step.by.id} ${step.words}, but nothing came of it`);
    }
    const twice = await this.#world.rows<{ title: string; n: string }>(
      `SELECT title, count(*) AS n FROM record WHERE kind = 'request' GROUP BY title HAVING count(*) > 1`,
    );
    const [rows] = await this.#world.rows<{ n: string }>('SELECT count(*) AS n FROM record');
    return {
      lost: [...found.lost, ...lost],
      doubled: [...found.doubled, ...twice.map(({ title, n }) => `${title} was recorded ${n} times`)],
      broken: found.broken,
      records: Number(rows?.n),
      messages: [...this.#world.links.values()].reduce((sum, { accepted }) => sum + accepted.length, 0),
    };
  }
}

export function randomRound(world: CrashWorld, options: RoundOptions): Promise<Round> {
  return new Driver(world, options).run();
}
