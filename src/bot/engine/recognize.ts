/** Finds what chats know of people and the firm file does not say: the accounts of those named only by e-mail, so that the bot can speak to them first, and their zones. */
import type { Person } from '../../domain/firm.ts';
import type { PlatformId } from '../../domain/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Failure, Platform } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Directory } from './directory.ts';
import { ProfileZones } from './profile-zones.ts';

export type RecognizeNeeds = {
  readonly store: Store;
  readonly directory: Directory;
  readonly now: () => Date;
  readonly log: Log;
};

/** Nobody found under an address: asked again this much later, in case they have joined since. */
const AGAIN_MS = 3_600_000;
/** Looked up in one go; the others wait for the next beat, so that what is due is not kept waiting. */
const MOST_AT_ONCE = 20;
/** After a failure that names no time of its own. */
const PAUSE_MS = 30_000;

export class Recognizer {
  readonly #needs: RecognizeNeeds;
  readonly #askedAt = new Map<string, number>();
  readonly #zones = new ProfileZones();
  readonly #pausedUntil = new Map<PlatformId, number>();

  constructor(needs: RecognizeNeeds) {
    this.#needs = needs;
  }

  /** Never rejects: what fails now is asked again. */
  async recognizeAll(platforms: Iterable<Platform>): Promise<void> {
    const all = [...platforms];
    for (const platform of all) {
      await this.#look(platform, new Set(all.map(({ id }) => id))).catch((error: unknown) => {
        this.#needs.log.warn(
          { platform: platform.id, error: String(error) },
          'people could not be recognized; trying again',
        );
      });
    }
  }

  /** Whether somebody lives by another clock than at the last call. */
  movedZones(): boolean {
    return this.#zones.takeMoved();
  }

  async #look(platform: Platform, joined: ReadonlySet<PlatformId>): Promise<void> {
    const { store, directory, now } = this.#needs;
    await this.#recognize(platform);
    if (this.#isPaused(platform.id)) return;
    const failure = await this.#zones.ask(platform, { joined, store, firm: await directory.firm(), at: now() });
    if (failure) this.#pause(platform.id, failure);
  }

  #isPaused(platform: PlatformId): boolean {
    return (this.#pausedUntil.get(platform) ?? 0) > this.#needs.now().getTime();
  }

  #pause(platform: PlatformId, { afterMs = PAUSE_MS, cause }: Failure): void {
    this.#pausedUntil.set(platform, this.#needs.now().getTime() + afterMs);
    this.#needs.log.info({ platform, cause }, 'people could not be looked up now');
  }

  /** Asks one platform about everyone it does not know yet; stops at the first failure and goes on at the next call. */
  async #recognize(platform: Platform): Promise<void> {
    const { directory, now } = this.#needs;
    const at = now().getTime();
    if (this.#isPaused(platform.id)) return;
    const firm = await directory.firm();
    const wanted = [...firm.people.values()].filter(
      (person) => isMissing(person, platform.id) && !this.#askedLately(person, platform.id, at),
    );
    for (const person of wanted.slice(0, MOST_AT_ONCE)) {
      const found = await platform.accountOf(person.email ?? '');
      if (!found.ok) {
        this.#pause(platform.id, found.failure);
        return;
      }
      this.#askedAt.set(`${platform.id}:${person.id}`, at);
      if (found.value !== undefined) await this.#join(person, platform.id, found.value);
    }
  }

  #askedLately(person: Person, platform: PlatformId, at: number): boolean {
    const last = this.#askedAt.get(`${platform}:${person.id}`);
    return last !== undefined && at - last < AGAIN_MS;
  }

  async #join(person: Person, platform: PlatformId, account: string): Promise<void> {
    const at = this.#needs.now();
    await this.#needs.store.commit({
      now: at,
      claim: {
        platform: 'clock',
        key: `recognized:${platform}:${account}`,
        intent: 'person.recognize',
        actor: 'clock',
        outcome: 'done',
      },
      accounts: [{ platform, id: account, person: person.id, used: false }],
      audit: [{ actor: 'clock', event: 'person.recognized', detail: { person: person.id, platform, account } }],
    });
  }
}

function isMissing(person: Person, platform: PlatformId): boolean {
  if (person.email === undefined || person.kind === 'stranger') return false;
  return !person.accounts.some((account) => account.platform === platform);
}
