/** People and accounts: the firm file's import, and what chats have added. */
import { deputedBy } from '../../domain/absence.ts';
import type { Account, Firm, Person, Role } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/language.ts';
import type { Store } from '../ports/store.ts';
import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';
import { toJson } from './json.ts';
import { fromRow } from './record-rows.ts';

type PersonRow = Prisma.PersonGetPayload<{ include: { accounts: true } }>;

/** Newest used first: that is where sentences go. */
function accountsOf(row: PersonRow): readonly Account[] {
  const used = (account: PersonRow['accounts'][number]): number => account.lastUsedAt?.getTime() ?? 0;
  return row.accounts
    .toSorted((a, b) => used(b) - used(a) || a.platform.localeCompare(b.platform))
    .map(({ platform, id }) => ({ platform: platform as Account['platform'], id }));
}

/** Whoever is not active any more is known by name: they may have decided something that stands for ever. */
function toPerson(row: PersonRow): Person {
  const person = known(row);
  if (row.active) return person;
  const { client: _client, ...rest } = person;
  return { ...rest, kind: 'former', roles: [] };
}

function known(row: PersonRow): Person {
  return {
    ...{ id: row.id as Person['id'], kind: row.kind as Person['kind'], name: row.name },
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.department === null ? {} : { department: row.department as NonNullable<Person['department']> }),
    ...(row.client === null ? {} : { client: row.client as NonNullable<Person['client']> }),
    ...{ roles: row.roles as Role[], locale: row.locale as Locale, zone: row.zone, accounts: accountsOf(row) },
    ...(row.zoneFrom === null ? {} : { zoneFrom: row.zoneFrom as NonNullable<Person['zoneFrom']> }),
  };
}

type Read = { readonly revision: bigint; readonly people: readonly Person[]; readonly away: Firm['away'] };

export async function readPeople({ prisma }: Database): Promise<Read> {
  // The revision first: people added in between make the next gesture read again, never the other way round.
  const { revision } = await prisma.directory.findUniqueOrThrow({ where: { id: 1 } });
  const rows = await prisma.person.findMany({
    include: { accounts: true },
    orderBy: { id: 'asc' },
  });
  const absences = await prisma.record.findMany({ where: { kind: 'absence', state: 'away' } });
  const away = absences.map((row) => {
    const absence = fromRow(row, 'absence');
    return [absence.person, deputedBy(absence)] as const;
  });
  return { revision, people: rows.map(toPerson), away: new Map(away) };
}

const files = {
  departments: `INSERT INTO department (id, name, head) SELECT d.id, d.name, d.head
    FROM jsonb_to_recordset($1) AS d(id TEXT, name TEXT, head TEXT)
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, head = EXCLUDED.head`,
  clients: `INSERT INTO client (id, name, manager) SELECT c.id, c.name, c.manager
    FROM jsonb_to_recordset($1) AS c(id TEXT, name TEXT, manager TEXT)
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, manager = EXCLUDED.manager`,
  people: `INSERT INTO person (id, kind, name, email, department, client, roles, locale, zone, zone_from, source, active)
    SELECT p.id, p.kind, p.name, p.email, p.department, p.client,
      coalesce(ARRAY(SELECT jsonb_array_elements_text(p.roles)), '{}'), p.locale, p.zone, p."zoneFrom", 'file', true
    FROM jsonb_to_recordset($1) AS p(id TEXT, kind TEXT, name TEXT, email TEXT, department TEXT, client TEXT, roles JSONB,
      locale TEXT, zone TEXT, "zoneFrom" TEXT)
    ON CONFLICT (id) DO UPDATE SET kind = EXCLUDED.kind, name = EXCLUDED.name, email = EXCLUDED.email,
      department = EXCLUDED.department, client = EXCLUDED.client, roles = EXCLUDED.roles, locale = EXCLUDED.locale,
      zone = CASE WHEN EXCLUDED.zone_from = 'firm' AND person.zone_from = 'profile' THEN person.zone ELSE EXCLUDED.zone END,
      zone_from = CASE WHEN EXCLUDED.zone_from = 'firm' AND person.zone_from = 'profile' THEN 'profile' ELSE EXCLUDED.zone_from END,
      source = 'file', active = person.left_at IS NULL`,
  /** Named again later, they are back; until then the clock hands over what they held. */
  peopleNoMore: `WITH gone AS (
      UPDATE person SET active = false, left_at = NULL WHERE source = 'file' AND (active OR left_at IS NOT NULL)
        AND id NOT IN (SELECT p.id FROM jsonb_to_recordset($1) AS p(id TEXT))
      RETURNING id
    )
    INSERT INTO agenda (id, key, kind, input, person, due_at)
    SELECT md5('left:' || id || ':' || $2)::uuid, 'left:' || id || ':' || $2, $3, jsonb_build_object('person', id), id, $4 FROM gone
    ON CONFLICT (key) DO NOTHING`,
  accounts: `INSERT INTO account (platform, id, person_id, source) SELECT a.platform, a.id, a.person, 'file'
    FROM jsonb_to_recordset($1) AS a(platform TEXT, id TEXT, person TEXT)
    ON CONFLICT (platform, id) DO UPDATE SET person_id = EXCLUDED.person_id, source = 'file'`,
  /** Of people who are still named; whoever is not named any more keeps theirs. */
  accountsNoMore: `DELETE FROM account WHERE source = 'file'
    AND (platform, id) NOT IN (SELECT a.platform, a.id FROM jsonb_to_recordset($1) AS a(platform TEXT, id TEXT))
    AND person_id IN (SELECT id FROM person WHERE source = 'file' AND active)`,
} as const;

/** How the clock is asked to hand over what somebody held. */
type Leave = Parameters<Store['importFirm']>[2];

/** A changed file is brought in whole, in one transaction; people it no longer names become inactive, those met in chats stay. */
export async function importFirm({ pool }: Database, firm: Firm, hash: string, leave: Leave): Promise<boolean> {
  const people = [...firm.people.values()];
  const accounts = people.flatMap((person) =>
    person.accounts.map(({ platform, id }) => ({ platform, id, person: person.id })),
  );
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // The row is locked, so that two processes starting together import one after the other.
    const { rows } = await client.query<{ file_hash: string | null; revision: string }>(
      'SELECT file_hash, revision FROM directory WHERE id = 1 FOR UPDATE',
    );
    const isNew = rows[0]?.file_hash !== hash;
    if (isNew) {
      await client.query(files.departments, [toJson([...firm.departments.values()])]);
      await client.query(files.clients, [toJson([...firm.clients.values()])]);
      await client.query(files.people, [toJson(people)]);
      await client.query(files.peopleNoMore, [toJson(people), rows[0]?.revision, leave.intent, leave.now]);
      await client.query(files.accounts, [toJson(accounts)]);
      await client.query(files.accountsNoMore, [toJson(accounts)]);
      await client.query('UPDATE directory SET file_hash = $1, revision = revision + 1 WHERE id = 1', [hash]);
    }
    await client.query('COMMIT');
    client.release();
    return isNew;
  } catch (error) {
    // The connection goes with its open transaction.
    client.release(true);
    throw error;
  }
}

/** Zones that chats have told of people for whom the firm file names none. Answers how many of them live by another clock now. */
export async function moveZones(
  { pool }: Database,
  zones: readonly { readonly person: PersonId; readonly zone: string }[],
): Promise<number> {
  const { rows } = await pool.query<{ moved: string }>(
    `WITH told AS (
       SELECT z.person, z.zone, p.zone AS before FROM jsonb_to_recordset($1) AS z(person TEXT, zone TEXT)
       JOIN person p ON p.id = z.person AND p.zone_from IS NOT NULL
     ), kept AS (
       UPDATE person SET zone = told.zone, zone_from = 'profile' FROM told
       WHERE person.id = told.person AND (person.zone, person.zone_from) IS DISTINCT FROM (told.zone, 'profile')
     ), moved AS (
       SELECT count(*) AS moved FROM told WHERE zone <> before
     ), raised AS (
       UPDATE directory SET revision = revision + 1 WHERE id = 1 AND (SELECT moved.moved FROM moved) > 0
     )
     SELECT moved FROM moved`,
    [toJson(zones)],
  );
  return Number(rows[0]?.moved ?? 0);
}
