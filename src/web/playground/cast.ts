/** The people of the main story, found in whatever firm is loaded. */
import { contactsOf, deskOf, type Firm, type Person, type Service } from '../../domain/firm.ts';
import type { Locale } from '../../domain/language.ts';

export type Cast = {
  readonly service: Service;
  readonly asker: Person;
  readonly taker: Person;
  readonly contact?: Person;
};

/**
 * A service that needs approval tells the longest story; its desk must have somebody besides the asker. Steward speaks to everyone in
 * their own language, so the asker is, if possible, somebody of the visitor's.
 */
export function castOf(firm: Firm, visitor: Locale): Cast | undefined {
  const services = [...firm.services.values()];
  const service = services.find(({ approval }) => approval !== undefined) ?? services[0];
  if (!service) return undefined;
  const desk = deskOf(firm, service.team);
  const head = firm.departments.get(service.team)?.head;
  const taker = desk.find(({ id }) => id === head) ?? desk[0];
  const staff = [...firm.people.values()].filter(({ kind, id }) => kind === 'staff' && id !== taker?.id);
  const managers = new Set([...firm.clients.values()].flatMap(({ manager }) => (manager ? [manager] : [])));
  const plain = staff.filter(({ roles }) => !roles.includes('management'));
  const native = plain.filter(({ locale }) => locale === visitor);
  const asker = [...native, ...plain].find(({ id }) => managers.has(id)) ?? native[0] ?? plain[0] ?? staff[0];
  if (!taker || !asker) return undefined;
  const client =
    [...firm.clients.values()].find(({ manager }) => manager === asker.id) ?? [...firm.clients.values()][0];
  const contact = client && contactsOf(firm, client.id)[0];
  return { service, asker, taker, ...(contact && { contact }) };
}
