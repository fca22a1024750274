/** The firm as the playground plays it: everyone has an account here, every desk a room. */
import type { Firm, Person, Room } from '../../../domain/firm.ts';
import type { PlatformId } from '../../../domain/ids.ts';

/** Accounts and rooms that the firm file names itself stay as they are. */
export function asPlayed(firm: Firm, platform: PlatformId): Firm {
  const people = [...firm.people.values()].map((person): readonly [Person['id'], Person] => {
    const has = person.accounts.some((account) => account.platform === platform);
    return [person.id, has ? person : { ...person, accounts: [...person.accounts, { platform, id: person.id }] }];
  });
  const desks = [...firm.departments.keys()].map((department) => {
    const rooms = firm.desks.get(department) ?? [];
    const own: readonly Room[] = rooms.some((room) => room.platform === platform)
      ? []
      : [{ platform, chat: `room-${department}` }];
    return [department, [...rooms, ...own]] as const;
  });
  return { ...firm, people: new Map(people), desks: new Map(desks) };
}
