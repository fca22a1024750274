/** Turns the ids of the public views into names a visitor knows. */
import { conversationsOf, roomOf } from './conversations.ts';
import { accountOf, personaOf } from './people.ts';
import type { View } from './view.ts';

/** A person or client by id, an account, or whatever it is as written. What the clock asks, Steward does. */
export function nameIn({ firm, words }: View, id: string | null): string {
  if (id === null || id === 'clock') return words.product;
  const people = [...firm.people.values()];
  const person = people.find((each) => each.id === id) ?? people.find((each) => accountOf(each) === id);
  const client = [...firm.clients.values()].find((each) => each.id === id);
  return person?.name ?? client?.name ?? id;
}

/** Where a post went: a room by its name, a private chat by its person's. */
export function placeIn(view: View, place: string): string {
  const { firm, words } = view;
  const chat = place.replace(/^(?:chat|room|group):/, '');
  const department = [...firm.desks.keys()].find((id) => roomOf(firm, id) === chat);
  if (department) return words.desk(firm.departments.get(department)?.name ?? department);
  const account = place.replace(/^(?:dm|home|own|person|direct):/, '');
  const person = [...firm.people.values()].find((each) => accountOf(each) === account || each.id === account);
  if (!person) return place;
  const home = place.startsWith('home:');
  const kind = conversationsOf(firm, personaOf(person), view.locale).find((each) => each.kind === 'home');
  return home && kind ? `${person.name} · ${kind.name}` : person.name;
}
