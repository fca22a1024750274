/** The machine, assembled: hears gestures, lets time pass, delivers. Knows no platform by name and no database. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformId } from '../../domain/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Inbound, Platform, Reply } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { TimeMachine } from '../ports/time-machine.ts';
import type { AnyCommand, Job } from './define.ts';
import { Deliverer, type DeliverNeeds } from './deliver.ts';
import type { Directory } from './directory.ts';
import { mistake } from './mistake.ts';
import { Recognizer } from './recognize.ts';
import type { ReceiveNeeds } from './heard.ts';
import { receive } from './receive.ts';
import { tick } from './tick.ts';

export type EngineNeeds = {
  readonly store: Store;
  readonly directory: Directory;
  readonly commands: readonly AnyCommand[];
  readonly jobs: readonly Job[];
  readonly log: Log;
  /** The product's time, and the machine's own. */
  readonly clock: { readonly now: () => Date; readonly moveTo: (target: Date) => Promise<void> };
  readonly realNow: () => number;
  readonly processName: string;
  readonly newReference: () => string;
  readonly observe?: DeliverNeeds['observe'];
  /** Whether this process carries posts and asks what is due, or only hears. */
  readonly works: boolean;
};

/** A target that lies less behind than this was meant as "now": asking took its time. */
const BACK_MS = 10_000;

export class Engine implements TimeMachine {
  readonly #needs: EngineNeeds;
  readonly #platforms = new Map<PlatformId, Platform>();
  readonly #deliverer: Deliverer;
  readonly #receiving: ReceiveNeeds;
  readonly #recognizer: Recognizer;
  /** Beats, travels and drains take turns. */
  #turn: Promise<unknown> = Promise.resolve();
  #beating = false;
  #recognizing: Promise<void> | undefined;

  constructor(needs: EngineNeeds) {
    this.#needs = needs;
    const { store, directory, log, clock, realNow, processName, newReference, observe } = needs;
    this.#deliverer = new Deliverer({
      store,
      platforms: this.#platforms,
      directory,
      now: clock.now,
      realNow,
      processName,
      log,
      ...(observe ? { observe } : {}),
    });
    this.#recognizer = new Recognizer({ store, directory, log, now: clock.now });
    this.#receiving = {
      ...{ store, directory, log, newReference, platforms: this.#platforms, now: clock.now },
      commands: new Map(needs.commands.map((command) => [command.intent.name, command])),
      wake: () => this.#deliverer.wake(),
    };
  }

  /** Starts a platform; gestures may arrive from now on. */
  async join(platform: Platform): Promise<void> {
    this.#platforms.set(platform.id, platform);
    await platform.start((inbound) => this.#hear(inbound, platform));
  }

  start(): void {
    if (this.#needs.works) this.#deliverer.start();
  }

  /** No new gestures, then no new posts. */
  async stop(): Promise<void> {
    await Promise.all([...this.#platforms.values()].map((platform) => platform.stop()));
    await this.#deliverer.stop();
    await this.#recognizing;
    await this.#turn.catch(() => undefined);
  }

  now(): Date {
    return this.#needs.clock.now();
  }

  /** One beat of the heart; beats never overlap, a late one is left out. */
  async beat(): Promise<void> {
    if (!this.#needs.works || this.#beating) return;
    this.#beating = true;
    void this.#recognize();
    try {
      await this.#alone(() => this.#tick());
    } catch (error) {
      this.#needs.log.warn({ error: String(error) }, 'a beat was missed; the next one makes up for it');
    } finally {
      this.#beating = false;
    }
  }

  travel(target: Date): Promise<{ readonly now: Date; readonly pending: number }> {
    return this.#alone(async () => {
      if (this.now().getTime() - target.getTime() > BACK_MS) await this.#goBack(target);
      await this.#settle();
      for (;;) {
        const next = await this.#needs.store.nextDue(this.now());
        if (!next || next >= target) break;
        await this.#needs.clock.moveTo(next);
        await this.#settle();
      }
      if (target > this.now()) await this.#needs.clock.moveTo(target);
      await this.#settle();
      return { now: this.now(), pending: await this.#needs.store.pending(this.now()) };
    });
  }

  /** Why a platform's link is down, by its name. */
  troubles(): readonly { readonly platform: PlatformId; readonly trouble: string }[] {
    return [...this.#platforms.values()].flatMap((platform) => {
      const trouble = platform.trouble();
      return trouble === undefined ? [] : [{ platform: platform.id, trouble }];
    });
  }

  async #hear(inbound: Inbound, platform: Platform): Promise<Reply> {
    try {
      return await receive(inbound, platform, this.#receiving);
    } catch (error) {
      if (this.#needs.store.unavailable(error)) throw error;
      return mistake(error, inbound, platform, this.#receiving);
    }
  }

  /** Only a test's clock goes back: what was planned from a later moment on is planned from here; what has happened stays happened. */
  async #goBack(target: Date): Promise<void> {
    await this.#needs.clock.moveTo(target);
    await this.#replan(new Date(target.getTime() - 1));
  }

  #replan(from: Date): Promise<void> {
    const { store, jobs } = this.#needs;
    return store.replan(
      jobs.map(({ intent }) => intent.name),
      from,
    );
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.catch(() => undefined).then(work);
    this.#turn = turn;
    return turn;
  }

  async #tick(): Promise<void> {
    await this.#needs.directory.refresh();
    // What was planned for them was planned by another clock.
    if (this.#recognizer.movedZones()) await this.#replan(this.now());
    const { jobs, processName } = this.#needs;
    await tick(this.now(), { ...this.#receiving, jobs, processName });
  }

  /** Beside the beat: a slow directory of a platform keeps nothing that is due waiting. One round at a time. */
  #recognize(): Promise<void> {
    this.#recognizing ??= this.#recognizer.recognizeAll(this.#platforms.values()).finally(() => {
      this.#recognizing = undefined;
    });
    return this.#recognizing;
  }

  /** Does and sends all that is due at this moment; what it leads to at once is done too. */
  async #settle(): Promise<void> {
    // Where other processes do the work, they are given the time to.
    await Promise.all([...this.#platforms.values()].map((platform) => platform.settled()));
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.#needs.works) {
        await this.#recognize();
        await this.#tick();
        await this.#deliverer.drain();
      }
      if ((await this.#needs.store.pending(this.now())) === 0) return;
      await sleep(25);
    }
  }
}
