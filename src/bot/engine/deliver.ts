/** The deliverer: carries posts from the outbox to the platforms, lane by lane, until there are none. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Firm } from '../../domain/firm.ts';
import type { PersonId, PlatformId } from '../../domain/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { OpenPost, Store } from '../ports/store.ts';
import type { Directory } from './directory.ts';
import { Lanes } from './lanes.ts';
import { type Sent, send } from './send.ts';

export type DeliverNeeds = {
  readonly store: Store;
  readonly platforms: ReadonlyMap<PlatformId, Platform>;
  readonly directory: Directory;
  readonly now: () => Date;
  /** Real milliseconds: the platforms' pace does not follow a moved clock. */
  readonly realNow: () => number;
  readonly processName: string;
  readonly log: Log;
  readonly observe?: (platform: PlatformId, outcome: Sent['settled']['state'] | 'failed') => void;
};

/** How many posts are claimed at once, each of another lane. */
const BATCH = 32;
/** A platform with more posts than this under way gets no further ones: one that is slow or paced does not hold up the others. */
const HANDS_FULL = 32;
/** Gestures that come close together are looked for together. */
const BETWEEN_CLAIMS_MS = 10;
/** Other processes and passing waits are noticed this soon. */
const POLL_MS = 250;
const AFTER_TROUBLE_MS = 1_000;
/** A platform that wants a longer pause than this is not waited for: whoever drains is told what is still pending. */
const LONGEST_DRAIN_WAIT_MS = 10_000;

export class Deliverer {
  readonly #needs: DeliverNeeds;
  readonly #lanes = new Lanes();
  readonly #underWay = new Map<Promise<void>, PlatformId>();
  #claimedAt = 0;
  /** How often something was enqueued or has gone out, so that its lane may go on: what comes during a claim is looked for at once. */
  #wakes = 0;
  #running: Promise<void> | undefined;
  #stopping = false;
  #wake: () => void = () => undefined;

  constructor(needs: DeliverNeeds) {
    this.#needs = needs;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Finishes what is under way, takes nothing new. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#running;
    await Promise.all(this.#underWay.keys());
  }

  wake(): void {
    this.#wakes += 1;
    this.#wake();
  }

  /** Sends everything that is due now; resolves when nothing due is left that may be sent. */
  async drain(): Promise<void> {
    while (!this.#stopping) {
      const heard = this.#wakes;
      const claimed = await this.#claim();
      if (claimed > 0 || this.#wakes !== heard) continue;
      if (this.#underWay.size === 0) {
        const { opensAt } = this.#lanes.closed(this.#needs.realNow());
        const wait = opensAt === undefined ? undefined : opensAt - this.#needs.realNow();
        if (wait === undefined || wait > LONGEST_DRAIN_WAIT_MS) return;
        await sleep(Math.max(0, wait));
        continue;
      }
      await Promise.race(this.#underWay.keys());
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const early = BETWEEN_CLAIMS_MS - (this.#needs.realNow() - this.#claimedAt);
      if (early > 0) await sleep(early);
      const heard = this.#wakes;
      const claimed = await this.#claim().catch((error: unknown) => {
        this.#needs.log.warn({ error: String(error) }, 'the outbox could not be read; trying again');
        return -1;
      });
      if (claimed > 0 || (claimed === 0 && this.#wakes !== heard)) continue;
      await this.#rest(claimed < 0 ? AFTER_TROUBLE_MS : POLL_MS);
    }
  }

  /** Until woken, until something under way has ended (its lane may go on), or until the poll. */
  async #rest(ms: number): Promise<void> {
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const poll = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([woken, poll, ...this.#underWay.keys()]);
    timer.abort();
  }

  async #claim(): Promise<number> {
    const { store, processName, now, realNow } = this.#needs;
    const { lanes, platforms } = this.#lanes.closed(realNow());
    const full = this.#handsFull();
    this.#claimedAt = realNow();
    const posts = await store.claimPosts(processName, now(), BATCH, { lanes, platforms: [...platforms, ...full] });
    for (const post of posts) this.#begin(post);
    return posts.length;
  }

  #begin(post: OpenPost): void {
    const done = this.#carry(post)
      .catch((error: unknown) => {
        // The row stays "sending" in our name; nobody knows what arrived, so it is taken back as unsure.
        this.#needs.log.error(
          { post: post.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
          'a post was not carried',
        );
        return this.#unsure(post, String(error));
      })
      .finally(() => {
        this.#underWay.delete(done);
        this.#wakes += 1;
      });
    this.#underWay.set(done, post.platform);
  }

  #handsFull(): readonly PlatformId[] {
    const carried = [...this.#underWay.values()];
    return [...this.#needs.platforms.keys()].filter(
      (platform) => carried.filter((one) => one === platform).length >= HANDS_FULL,
    );
  }

  async #unsure(post: OpenPost, failure: string): Promise<void> {
    const notBefore = new Date(this.#needs.now().getTime() + AFTER_TROUBLE_MS * post.attempt);
    await this.#settle(post, { state: 'unsure', notBefore, failure }).catch((error: unknown) => {
      this.#needs.log.error(
        { post: post.id, error: String(error) },
        'a post could not be taken back; it is when this process ends',
      );
    });
  }

  /** Until the database has it: a post in our name that nobody settles would hold up its chat for as long as we live. */
  async #settle(post: OpenPost, settled: Sent['settled'], drawn?: Sent['drawn']): Promise<void> {
    const { store, now, log } = this.#needs;
    for (;;) {
      try {
        return await store.settlePost(post, settled, now(), drawn);
      } catch (error) {
        if (this.#stopping || !store.unavailable(error)) throw error;
        log.warn({ post: post.id, error: String(error) }, 'what became of a post could not be kept yet; trying again');
        await sleep(AFTER_TROUBLE_MS);
      }
    }
  }

  async #carry(post: OpenPost): Promise<void> {
    const { store, platforms, now } = this.#needs;
    const platform = platforms.get(post.platform);
    if (!platform) {
      // Its platform does not run here now; it waits until it does.
      await store.settlePost(
        post,
        { state: 'waiting', notBefore: new Date(now().getTime() + 60_000), failure: 'the platform is not running' },
        now(),
      );
      return;
    }
    const { settled, failure, drawn } = await send(post, {
      ...{ store, platform, firm: await this.#firmFor(post.person), now: now() },
      turn: (what) => this.#turn(what === 'post' ? post.lane : undefined, platform),
    });
    if (failure?.verdict === 'later' && failure.afterMs !== undefined) {
      this.#lanes.pause(failure.scope === 'app' ? post.platform : post.lane, this.#needs.realNow() + failure.afterMs);
    }
    if (failure)
      this.#needs.log.warn(
        { post: post.id, platform: post.platform, attempt: post.attempt, state: settled.state, cause: failure.cause },
        'a post did not go out',
      );
    await this.#settle(post, settled, drawn);
    this.#needs.observe?.(post.platform, settled.state);
  }

  /** Somebody met a moment ago, here or by another process, may be new to us: they are to be spoken to in their own language. */
  async #firmFor(person: PersonId | undefined): Promise<Firm> {
    const { directory } = this.#needs;
    const known = await directory.firm();
    if (person === undefined || known.people.has(person)) return known;
    await directory.refresh();
    return directory.firm();
  }

  /** No chat is told what a crash of the database could still undo. */
  async #turn(lane: string | undefined, platform: Platform): Promise<void> {
    await this.#needs.store.durable();
    const wait = this.#lanes.take(lane, platform.id, platform.traits, this.#needs.realNow());
    if (wait > 0) await sleep(wait);
  }
}
