/** Pieces of the entries of a platform's own list of approvals: people, and what tells one task from every other. */
import type { Account, Person } from '../../domain/firm.ts';
import type { EntryPerson } from './card.ts';

/** In an order that does not change when somebody speaks on another chat. */
export function entryPerson({ name, accounts }: Pick<Person, 'name' | 'accounts'>): EntryPerson {
  const order = ({ platform, id }: Account): string => `${platform}:${id}`;
  return { name, accounts: accounts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

const encoded = (part: string): string => encodeURIComponent(part).replaceAll('.', '%2E');

/** `APR-3.1.0.li.li.mf3k2x`: what is asked, of whom, since when. The moment too: a stage may ask the same person again within one revision. */
export function taskKey(asked: readonly (string | number)[], since: Date): string {
  return [...asked.map(String), since.getTime().toString(36)].map(encoded).join('.');
}
