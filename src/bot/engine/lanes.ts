/** How fast the platforms let us speak: a pause after "too many requests", and an even pace per chat and per app. Real time, not the product's. */
import type { PlatformId } from '../../domain/ids.ts';
import type { Traits } from '../ports/platform.ts';

type Bucket = { tokens: number; readonly perSecond: number; filledAt: number };

/** A short burst is welcome everywhere; what counts is the rate over seconds. */
const BURST_SECONDS = 1;
/** Idle lanes are forgotten beyond this many, the oldest first. */
const MOST_LANES = 20_000;

export class Lanes {
  readonly #pausedUntil = new Map<string, number>();
  readonly #buckets = new Map<string, Bucket>();

  /** Lanes and platforms that must wait now, so that nothing of theirs is even claimed. */
  closed(now: number): {
    readonly lanes: readonly string[];
    readonly platforms: readonly string[];
    readonly opensAt: number | undefined;
  } {
    const lanes: string[] = [];
    const platforms: string[] = [];
    let opensAt: number | undefined;
    for (const [name, until] of this.#pausedUntil) {
      if (until <= now) {
        this.#pausedUntil.delete(name);
        continue;
      }
      (name.includes('/') ? lanes : platforms).push(name);
      opensAt = Math.min(opensAt ?? until, until);
    }
    return { lanes, platforms, opensAt };
  }

  pause(name: string, until: number): void {
    this.#pausedUntil.set(name, Math.max(until, this.#pausedUntil.get(name) ?? 0));
  }

  /**
   * Takes one send of a lane; answers how many milliseconds the sender must wait first. An edit takes none of a lane: platforms
   * count new messages into a chat, and an old card must not wait behind a new sentence.
   */
  take(lane: string | undefined, platform: PlatformId, traits: Traits, now: number): number {
    const laneWait = lane === undefined ? 0 : this.#take(lane, traits.perChatPerSecond, now);
    const appWait = this.#take(platform, traits.perAppPerSecond, now);
    return Math.max(laneWait, appWait);
  }

  #take(name: string, perSecond: number, now: number): number {
    const most = Math.max(1, perSecond * BURST_SECONDS);
    const bucket = this.#buckets.get(name) ?? { tokens: most, perSecond, filledAt: now };
    bucket.tokens = Math.min(most, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond) - 1;
    bucket.filledAt = now;
    // Last used last: the first key is the idlest lane.
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size > MOST_LANES) this.#forgetIdlest();
    return bucket.tokens >= 0 ? 0 : (-bucket.tokens / perSecond) * 1000;
  }

  #forgetIdlest(): void {
    const idlest = this.#buckets.keys().next();
    if (idlest.done !== true) this.#buckets.delete(idlest.value);
  }
}
