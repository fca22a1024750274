/** People and accounts: the firm file's import, and what chats have added. */
import type { Account, Firm, Locale, Person, Role } from '../../domain/firm.ts';
import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';

type PersonRow = Prisma.PersonGetPayload<{ include: { accounts: true } }>;

/** Newest used first: that is where sentences go. */
function accountsOf(row: PersonRow): readonly Account[] {
  const used = (account: PersonRow['accounts'][number]): number => account.lastUsedAt?.getTime() ?? 0;
  return row.accounts
    .toSorted((a, b) => used(b) - used(a) || a.platform.localeCompare(b.platform))
    .map(({ platform, id }) => ({ platform: platform as Account['platform'], id }));
}

function toPerson(row: PersonRow): Person {
  return {
    ...{ id: row.id as Person['id'], kind: row.kind as Person['kind'], name: row.name },
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.department === null ? {} : { department: row.department as NonNullable<Person['department']> }),
    ...(row.client === null ? {} : { client: row.client as NonNullable<Person['client']> }),
    ...{ roles: row.roles as Role[], locale: row.locale as Locale, zone: row.zone, accounts: accountsOf(row) },
  };
}

export async function readPeople({ prisma }: Database): Promise<{ revision: bigint; people: readonly Person[] }> {
  // The revision first: people added in between make the next gesture read again, never the other way round.
  const { revision } = await prisma.directory.findUniqueOrThrow({ where: { id: 1 } });
  const rows = await prisma.person.findMany({
    where: { active: true },
    include: { accounts: true },
    orderBy: { id: 'asc' },
  });
  return { revision, people: rows.map(toPerson) };
}

/** A changed file is brought in whole, in one transaction; people it no longer names become inactive, those met in chats stay. */
export async function importFirm({ prisma }: Database, firm: Firm, hash: string): Promise<boolean> {
  const people = [...firm.people.values()];
  return prisma.$transaction(
    async (tx) => {
      // The row is locked, so that two processes starting together import one after the other.
      const [directory] = await tx.$queryRaw<
        { file_hash: string | null }[]
      >`SELECT file_hash FROM directory WHERE id = 1 FOR UPDATE`;
      if (directory?.file_hash === hash) return false;
      for (const { id, name, head = null } of firm.departments.values()) {
        await tx.department.upsert({ where: { id }, create: { id, name, head }, update: { name, head } });
      }
      for (const { id, name, manager = null } of firm.clients.values()) {
        await tx.client.upsert({ where: { id }, create: { id, name, manager }, update: { name, manager } });
      }
      for (const person of people) await upsertPerson(tx, person);
      await tx.person.updateMany({
        where: { source: 'file', id: { notIn: people.map(({ id }) => id) } },
        data: { active: false },
      });
      await tx.directory.update({ where: { id: 1 }, data: { fileHash: hash, revision: { increment: 1 } } });
      return true;
    },
    { timeout: 30_000 },
  );
}

async function upsertPerson(tx: Prisma.TransactionClient, person: Person): Promise<void> {
  const { id, kind, name, email = null, department = null, client = null, roles, locale, zone } = person;
  const columns = {
    kind,
    name,
    email,
    department,
    client,
    roles: [...roles],
    locale,
    zone,
    source: 'file',
    active: true,
  };
  await tx.person.upsert({ where: { id }, create: { id, ...columns }, update: columns });
  for (const account of person.accounts) {
    const key = { platform: account.platform, id: account.id };
    await tx.account.upsert({
      where: { platform_id: key },
      create: { ...key, personId: id, source: 'file' },
      update: { personId: id, source: 'file' },
    });
  }
  const named = person.accounts.map(({ platform, id: account }) => ({ platform, id: account }));
  await tx.account.deleteMany({ where: { personId: id, source: 'file', NOT: named.length > 0 ? { OR: named } : {} } });
}
