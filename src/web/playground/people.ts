/** Who a visitor can be: everyone of the firm file, grouped as a newcomer would look for them, and one stranger. */
import { PLAYGROUND } from '../../bot/platforms/playground/index.ts';
import type { Speaker } from '../../bot/ports/platform.ts';
import type { Firm, Person } from '../../domain/firm.ts';
import type { Locale } from '../../domain/language.ts';
import { castOf } from './cast.ts';
import { pageWords } from './words.ts';

export const STRANGER = 'stranger';

export type Persona = {
  readonly account: string;
  readonly name: string;
  readonly kind: Person['kind'];
  readonly locale: Locale;
  readonly zone: string;
  readonly person?: Person;
};

export type PersonaGroup = { readonly name: string; readonly personas: readonly Persona[] };

/** Somebody without an account here can still be played: under their own id. */
export function accountOf(person: Person): string {
  return person.accounts.find(({ platform }) => platform === PLAYGROUND)?.id ?? person.id;
}

export function personaOf(person: Person): Persona {
  const { name, kind, locale, zone } = person;
  return { account: accountOf(person), name, kind, locale, zone, person };
}

function stranger(firm: Firm, locale: Locale, account = STRANGER): Persona {
  return {
    account,
    name: account === STRANGER ? pageWords[locale].stranger : account,
    kind: 'stranger',
    locale,
    zone: firm.zone,
  };
}

/** An account nobody of the firm has belongs to a stranger; never to somebody else. */
export function findPersona(firm: Firm, account: string, locale: Locale): Persona {
  const person = [...firm.people.values()].find((each) => accountOf(each) === account && each.kind !== 'stranger');
  return person ? personaOf(person) : stranger(firm, locale, account);
}

/** Whoever comes without a name begins the main story. */
export function firstPersona(firm: Firm, visitor: Locale): Persona {
  const first = castOf(firm, visitor)?.asker ?? [...firm.people.values()].find(({ kind }) => kind === 'staff');
  return first ? personaOf(first) : stranger(firm, visitor);
}

export function groupsOf(firm: Firm, locale: Locale): readonly PersonaGroup[] {
  const words = pageWords[locale];
  const people = [...firm.people.values()];
  const staff = people.filter(({ kind }) => kind === 'staff');
  const group = (name: string, members: readonly Person[]): PersonaGroup => ({
    name,
    personas: members.map(personaOf),
  });
  return [
    ...[...firm.departments.values()].map(({ id, name }) =>
      group(
        name,
        staff.filter(({ department }) => department === id),
      ),
    ),
    group(
      words.firmWide,
      staff.filter(({ department }) => department === undefined),
    ),
    ...[...firm.clients.values()].map(({ id, name }) =>
      group(
        name,
        people.filter(({ client }) => client === id),
      ),
    ),
    { name: words.others, personas: [stranger(firm, locale)] },
  ].filter(({ personas }) => personas.length > 0);
}

/** What they are in the firm, in a few words. */
export function noteOf({ person }: Persona, firm: Firm, locale: Locale): string {
  const words = pageWords[locale];
  if (!person || person.kind === 'stranger') return words.strangerNote;
  const heads = [...firm.departments.values()].filter(({ head }) => head === person.id).map(({ name }) => name);
  const own = person.department && firm.departments.get(person.department)?.name;
  const client = person.client && words.contactOf(firm.clients.get(person.client)?.name ?? '');
  const places = client ? [client] : heads.length > 0 ? heads.map(words.headOf) : own ? [own] : [];
  const roles = person.roles.filter((role) => role !== 'staff').map((role) => words.role[role]);
  const all = [...places, ...roles];
  const language = person.locale === locale ? [] : [pageWords[person.locale].language];
  return [...(all.length > 0 ? all : [words.role.staff]), ...language].join(' · ');
}

/** Two letters or one Chinese character. */
export function initials(name: string): string {
  const latin = name.match(/[A-Za-z]+/g);
  if (latin && !/\p{Script=Han}/u.test(name))
    return latin
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join('');
  return [...name].at(-1) ?? '?';
}

/** Always the same one of eight colours for one account. */
export function hueOf(account: string): number {
  return [...account].reduce((sum, letter) => (sum * 33 + (letter.codePointAt(0) ?? 0)) % 65_521, 5_381) % 8;
}

/** Known people have their own language; a stranger speaks the page's. */
export function speakerOf(persona: Persona): Speaker {
  const { account, name, locale } = persona;
  return { account, name, locale };
}
