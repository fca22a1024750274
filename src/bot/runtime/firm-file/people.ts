/** Departments, people and clients of the firm file. */
import type { z } from 'zod';
import type { Account, Client, Department, Person, Role } from '../../../domain/firm.ts';
import type { CalendarId, ClientId, DepartmentId, PersonId } from '../../../domain/ids.ts';
import { type Context, checkReference, checkUnique, onPlatforms } from './context.ts';
import { checkZone } from './moments.ts';
import type { Path } from './places.ts';
import { type Placed, type Reader, readerOf } from './reading.ts';
import {
  clientShape,
  type ContactShape,
  type DepartmentShape,
  departmentShape,
  type PersonShape,
  personShape,
} from './shape.ts';
import { contract } from './sla.ts';

export type Human = Placed<Person>;
export type Society = {
  readonly departments: readonly Placed<Department>[];
  readonly people: readonly Human[];
  readonly clients: readonly Placed<Client>[];
};

export function readSociety(reader: Reader, context: Context): Society {
  const clients = reader.many('clients', clientShape);
  const homes = reader.many('departments', departmentShape);
  const usual = new Map(homes.map(({ value }) => [value.id, value.calendar]));
  const staff = reader
    .many('people', personShape)
    .map(({ path, value }) => staffMember(value, usual.get(value.department ?? ''), path, context));
  const contacts = clients.flatMap(({ path, value }) =>
    value.contacts.map((contact, index) => contactOf(contact, value.id, [...path, 'contacts', index], context)),
  );
  const people = [...staff, ...contacts];
  const departments = homes.map(({ path, value }) => department(value, path, context));
  checkTwins(
    people,
    departments,
    clients.map(({ path, value }) => ({ path: [...path, 'id'], key: value.id })),
    context,
  );
  return { departments, people, clients: clients.map(({ path, value }) => client(value, path, context)) };
}

function checkTwins(
  people: readonly Human[],
  departments: Society['departments'],
  clients: readonly { readonly path: Path; readonly key: string }[],
  { complain }: Context,
): void {
  const ids = (placed: readonly Placed<{ readonly id: string }>[]) =>
    placed.map(({ path, value }) => ({ path: [...path, 'id'], key: value.id }));
  const twice = (kind: string) => (key: string) => `the ${kind} “${key}” is there twice`;
  checkUnique(ids(departments), twice('department'), 'ids are unique: rename one', complain);
  checkUnique(ids(people), twice('person'), 'people and contacts share one list of ids: rename one', complain);
  checkUnique(clients, twice('client'), 'ids are unique: rename one', complain);
  const accounts = people.flatMap(({ path, value }) =>
    value.accounts.map(({ platform, id }) => ({
      path: [...path, 'accounts', platform],
      key: `${platform} account ${id}`,
    })),
  );
  checkUnique(accounts, (key) => `the ${key} belongs to somebody else already`, 'one account is one person', complain);
}

function department(
  { id, name, head, calendar }: DepartmentShape,
  path: Path,
  { ids, complain }: Context,
): Placed<Department> {
  checkReference(head, 'person', ids.people, [...path, 'head'], complain);
  checkReference(calendar, 'calendar', ids.calendars, [...path, 'calendar'], complain);
  const value = { id: id as DepartmentId, name, ...(head === undefined ? {} : { head: head as PersonId }) };
  return { path, key: id, value };
}

function client(
  { id, name, manager, segment, calendar, sla }: Omit<z.output<typeof clientShape>, 'contacts'>,
  path: Path,
  context: Context,
): Placed<Client> {
  const { ids, complain } = context;
  checkReference(manager, 'person', ids.people, [...path, 'manager'], complain);
  checkReference(calendar, 'calendar', ids.calendars, [...path, 'calendar'], complain);
  const value = {
    ...{ id: id as ClientId, name },
    ...(manager === undefined ? {} : { manager: manager as PersonId }),
    ...(segment === undefined ? {} : { segment }),
    ...(calendar === undefined ? {} : { calendar: calendar as CalendarId }),
    ...(sla === undefined ? {} : { sla: contract(sla, [...path, 'sla'], context) }),
  };
  return { path, key: id, value };
}

/** `usual` is the calendar of their department. */
function staffMember(shape: PersonShape, usual: string | undefined, path: Path, context: Context): Human {
  const { department: home } = shape;
  const calendar = shape.calendar ?? usual;
  checkReference(home, 'department', context.ids.departments, [...path, 'department'], context.complain);
  const member = home === undefined ? {} : { department: home as DepartmentId };
  return {
    path,
    key: shape.id,
    value: {
      ...{ ...human(shape, path, context), kind: 'staff', roles: shape.roles, ...member },
      ...(calendar === undefined ? {} : { calendar: calendar as CalendarId }),
    },
  };
}

function contactOf(shape: ContactShape, of: string, path: Path, context: Context): Human {
  const value = {
    ...human(shape, path, context),
    kind: 'contact',
    client: of as ClientId,
    roles: [] as readonly Role[],
  } as const;
  return { path, key: shape.id, value };
}

type Common = Pick<Person, 'id' | 'name' | 'email' | 'locale' | 'zone' | 'zoneFrom' | 'calendar' | 'accounts'>;

function human(shape: ContactShape, path: Path, { complain, locale, zone, ids }: Context): Common {
  checkReference(shape.calendar, 'calendar', ids.calendars, [...path, 'calendar'], complain);
  if (shape.timezone !== undefined) checkZone(shape.timezone, [...path, 'timezone'], complain);
  const accounts: readonly Account[] = onPlatforms(shape.accounts ?? {}).map(([platform, id]) => ({ platform, id }));
  return {
    id: shape.id as PersonId,
    name: shape.name,
    locale: shape.locale ?? locale,
    zone: shape.timezone ?? zone,
    ...(shape.timezone === undefined ? { zoneFrom: 'firm' as const } : {}),
    accounts,
    ...(shape.email === undefined ? {} : { email: shape.email }),
    ...(shape.calendar === undefined ? {} : { calendar: shape.calendar as CalendarId }),
  };
}

/** The ids of all people and contacts, those with other mistakes included. */
export function declaredPeople(content: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const clients = Array.isArray(content['clients']) ? (content['clients'] as readonly unknown[]) : [];
  const silent = (): void => undefined;
  const contacts = clients.flatMap((entry) =>
    typeof entry === 'object' && entry !== null ? [...readerOf({ ...entry }, silent).ids('contacts')] : [],
  );
  return new Set([...readerOf(content, silent).ids('people'), ...contacts]);
}
