/** The zones of people for whom the firm file names none: what the profile of the chat they use says, asked anew every day, for people travel. */
import type { Account, Firm, Person } from '../../domain/firm.ts';
import type { PersonId, PlatformId } from '../../domain/ids.ts';
import { isZone } from '../../domain/zoned-time.ts';
import type { Failure, Platform } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { accountKey } from './directory.ts';

export type Asking = {
  /** The platforms that can be asked at all. */
  readonly joined: ReadonlySet<PlatformId>;
  readonly store: Pick<Store, 'moveZones'>;
  readonly firm: Firm;
  readonly at: Date;
};

const AGAIN_MS = 24 * 3_600_000;
/** The others wait for the next beat. */
const MOST_AT_ONCE = 20;

export class ProfileZones {
  readonly #askedAt = new Map<string, number>();
  /** Accounts whose profile tells no zone: the next account of that person may. */
  readonly #silent = new Set<string>();
  #moved = false;

  /** Whether anybody has moved since the last call. */
  takeMoved(): boolean {
    const moved = this.#moved;
    this.#moved = false;
    return moved;
  }

  /** Asks one platform about those who use it first; answers the failure at which it stopped. */
  async ask(platform: Platform, { joined, store, firm, at }: Asking): Promise<Failure | undefined> {
    const wanted = [...firm.people.values()].flatMap((person) => {
      const account = this.#toAsk(person, joined, at);
      return account?.platform === platform.id ? [{ person: person.id, account }] : [];
    });
    const told: { readonly person: PersonId; readonly zone: string }[] = [];
    let failure: Failure | undefined;
    for (const { person, account } of wanted.slice(0, MOST_AT_ONCE)) {
      const found = await platform.profile(account.id);
      failure = found.ok || found.failure.verdict === 'never' ? undefined : found.failure;
      if (failure) break;
      const zone = found.ok ? found.value.zone : undefined;
      this.#askedAt.set(accountKey(account), at.getTime());
      if (zone !== undefined && isZone(zone)) told.push({ person, zone });
      else this.#silent.add(accountKey(account));
    }
    if (told.length > 0 && (await store.moveZones(told)) > 0) this.#moved = true;
    return failure;
  }

  #toAsk(person: Person, joined: ReadonlySet<PlatformId>, at: Date): Account | undefined {
    if (person.zoneFrom === undefined || person.kind === 'former') return undefined;
    const account = person.accounts.find((one) => joined.has(one.platform) && !this.#silent.has(accountKey(one)));
    const last = account === undefined ? undefined : this.#askedAt.get(accountKey(account));
    return last === undefined || at.getTime() - last >= AGAIN_MS ? account : undefined;
  }
}
