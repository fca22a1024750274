/** The engine’s parts on a real store, with a platform at the port that does what the test tells it. */

import type { Showable } from '../../src/bot/cards/card.ts';
import { Deliverer } from '../../src/bot/engine/deliver.ts';
import { Directory } from '../../src/bot/engine/directory.ts';
import type { Failure, MessageRef, Platform, Result } from '../../src/bot/ports/platform.ts';
import type { Store } from '../../src/bot/ports/store.ts';
import type { Firm } from '../../src/domain/firm.ts';
import type { PlatformId } from '../../src/domain/ids.ts';
import { firm as example } from '../domain/firm.ts';
import { now, type Bench as StoreBench, bench as storeBench } from '../store/bench.ts';
import { silent } from '../support/world.ts';

export const testPlatform = 'test' as PlatformId;

/** The people of the pure tests, reachable on the test's own platform. */
export const firm: Firm = {
  ...example,
  people: new Map(
    [...example.people].map(([id, person]) => [id, { ...person, accounts: [{ platform: testPlatform, id }] }]),
  ),
  desks: new Map(),
};

type Did = { readonly to: string; readonly message: Showable; readonly id: string; readonly attempt: number };

export class ScriptedPlatform implements Platform {
  readonly id = testPlatform;
  readonly traits = {
    editableDays: 14,
    perChatPerSecond: 10_000,
    perAppPerSecond: 10_000,
    hasHome: true,
    hasInbox: false,
    repaintsPressed: false,
  };
  readonly posted: Did[] = [];
  readonly updated: { readonly ref: MessageRef; readonly message: Showable }[] = [];
  /** What the next calls end in; afterwards everything goes well. */
  readonly script: (Failure | Error)[] = [];
  /** Awaited by every call before it does anything. */
  before: () => Promise<void> = async () => undefined;

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async settled(): Promise<void> {}

  trouble(): undefined {
    return undefined;
  }

  async post(...[place, message, { id, attempt }]: Parameters<Platform['post']>): Promise<Result<MessageRef>> {
    const to = place.type === 'chat' ? place.chat : place.type === 'inbox' ? place.of : place.account;
    return this.#next(() => {
      this.posted.push({ to, message, id, attempt });
      return { chat: `chat-${to}`, message: `m${this.posted.length}` };
    });
  }

  async update(ref: MessageRef, message: Showable): Promise<Result<MessageRef>> {
    return this.#next(() => {
      this.updated.push({ ref, message });
      return ref;
    });
  }

  async profile(account: string): ReturnType<Platform['profile']> {
    return { ok: true, value: { name: account } };
  }

  async accountOf(): ReturnType<Platform['accountOf']> {
    return { ok: true, value: undefined };
  }

  async #next(done: () => MessageRef): Promise<Result<MessageRef>> {
    await this.before();
    const scripted = this.script.shift();
    if (scripted instanceof Error) throw scripted;
    return scripted ? { ok: false, failure: scripted } : { ok: true, value: done() };
  }
}

export type Bench = StoreBench & {
  readonly platform: ScriptedPlatform;
  readonly directory: Directory;
  /** One more deliverer, at the bench's own time. */
  readonly deliverer: (name?: string, store?: Store) => Deliverer;
  readonly clock: { now: Date };
};

export async function bench(): Promise<Bench> {
  const on = await storeBench();
  await on.store.importFirm(firm, 'firm', { intent: 'person.leave', now: new Date() });
  const platform = new ScriptedPlatform();
  const directory = new Directory(on.store, firm);
  const clock = { now };
  const deliverer: Bench['deliverer'] = (processName = 'steward:first', store = on.store) =>
    new Deliverer({
      ...{ store, platforms: new Map([[testPlatform, platform]]), directory, processName, log: silent },
      now: () => clock.now,
      realNow: () => clock.now.getTime(),
    });
  return { ...on, platform, directory, deliverer, clock };
}
