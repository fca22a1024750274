/** The firm as this process knows it: the firm file's rules with the people of the database, renewed when their revision moves. */
import type { Account, Firm, Person } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Store } from '../ports/store.ts';

type Known = { readonly revision: bigint; readonly firm: Firm; readonly byAccount: ReadonlyMap<string, PersonId> };

export function accountKey({ platform, id }: Account): string {
  return `${platform}:${id}`;
}

export class Directory {
  readonly #store: Store;
  readonly #rules: Firm;
  #known: Known | undefined;

  /** `rules` is the firm file; its people are only the beginning. */
  constructor(store: Store, rules: Firm) {
    this.#store = store;
    this.#rules = rules;
  }

  /** The firm at least as new as `revision`; without one, whatever is known. */
  async firm(revision?: bigint): Promise<Firm> {
    return (await this.#current(revision)).firm;
  }

  /** Learns what other gestures and processes have added. */
  async refresh(): Promise<void> {
    const { revision } = await this.#store.glance('', '');
    await this.#current(revision);
  }

  /** What is known without asking: for pages that are drawn often. */
  latest(): Firm {
    return this.#known?.firm ?? this.#rules;
  }

  async personOf(account: Account, revision: bigint): Promise<Person | undefined> {
    const { firm, byAccount } = await this.#current(revision);
    const id = byAccount.get(accountKey(account));
    return id === undefined ? undefined : firm.people.get(id);
  }

  /** Only the firm file says whose calendar somebody lives by, so it need not go through the database and can never be older than the file. */
  #withCalendar(person: Person): Person {
    const calendar = this.#rules.people.get(person.id)?.calendar;
    return calendar === undefined ? person : { ...person, calendar };
  }

  async #current(revision?: bigint): Promise<Known> {
    if (this.#known && (revision === undefined || this.#known.revision >= revision)) return this.#known;
    const { revision: read, people, away } = await this.#store.people();
    const byId = new Map(people.map((person) => [person.id, this.#withCalendar(person)]));
    const byAccount = new Map(
      people.flatMap((person) => person.accounts.map((account) => [accountKey(account), person.id] as const)),
    );
    this.#known = { revision: read, firm: { ...this.#rules, people: byId, away }, byAccount };
    return this.#known;
  }
}
