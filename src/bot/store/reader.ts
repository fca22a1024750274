/** Reads records for one decision and remembers which versions it saw. */
import type { DepartmentId, PersonId } from '../../domain/ids.ts';
import type { CycleId, Period } from '../../domain/cycle.ts';
import type { RecordKind, RecordNumber } from '../../domain/numbers.ts';
import type { AnyRecord, Holder } from '../../domain/records.ts';
import type { LedgerPage, NewHeld, SentItem } from '../ports/ledger.ts';
import type { RecordOf, RecordReader } from '../ports/store.ts';
import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';
import * as ledger from './ledger.ts';
import { anyFromRow, fromRow, holderText, type RecordRow } from './record-rows.ts';

/** Reports written before there were cycles name the department that asked for them. */
function ofCycle(cycle: CycleId): Prisma.RecordWhereInput {
  return { OR: ['cycle', 'department'].map((name) => ({ body: { path: [name], equals: cycle } })) };
}

/** A RecordReader that can tell the commit what it saw. */
export class VersionedReader implements RecordReader {
  readonly seen = new Map<string, number>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  #see<K extends RecordKind>(row: RecordRow, kind: K): RecordOf<K> {
    this.seen.set(row.number, row.version);
    return fromRow(row, kind);
  }

  async find<K extends RecordKind>(kind: K, number: string): Promise<RecordOf<K> | undefined> {
    // A prepared statement by hand: every press begins here.
    const { rows } = await this.#database.pool.query<RecordRow>({
      name: 'record-find',
      text: 'SELECT number, kind, version, body FROM record WHERE number = $1',
      values: [number],
    });
    const row = rows[0];
    return row?.kind === kind ? this.#see(row, kind) : undefined;
  }

  async byUniqueKey<K extends RecordKind>(kind: K, uniqueKey: string): Promise<RecordOf<K> | undefined> {
    const row = await this.#database.prisma.record.findUnique({ where: { uniqueKey } });
    return row ? this.#see(row, kind) : undefined;
  }

  async childrenOf<K extends RecordKind>(kind: K, parent: RecordNumber): Promise<readonly RecordOf<K>[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: { kind, parent },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => this.#see(row, kind));
  }

  async absencesOf(person: PersonId): Promise<readonly RecordOf<'absence'>[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: { kind: 'absence', owner: person },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map((row) => this.#see(row, 'absence'));
  }

  async approvalsHeldBy(...people: readonly PersonId[]): Promise<readonly RecordOf<'approval'>[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: {
        kind: 'approval',
        holders: { some: { holder: { in: people.map((person) => holderText({ person })) } } },
      },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => this.#see(row, 'approval'));
  }

  async requestsWith(person: PersonId): Promise<readonly RecordOf<'request'>[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: {
        kind: 'request',
        OR: [{ owner: person }, { holders: { some: { holder: holderText({ person }) } } }],
      },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => this.#see(row, 'request'));
  }

  async requestsDue(
    intents: readonly string[],
    team: DepartmentId,
    now: Date,
  ): Promise<readonly RecordOf<'request'>[]> {
    // By hand: it begins with what is due, which is little, and not with what a desk has open, which may be much.
    const { rows } = await this.#database.pool.query<RecordRow>({
      name: 'requests-due-at-desk',
      text: `SELECT r.number, r.kind, r.version, r.body FROM record r
        WHERE r.kind = 'request' AND r.body->>'team' = $2 AND r.number IN (
          SELECT a.record FROM agenda a WHERE a.state = 'due' AND a.kind = ANY($1) AND a.due_at <= $3)
        ORDER BY r.created_at, r.number`,
      values: [intents, team, now],
    });
    return rows.map((row) => fromRow(row, 'request'));
  }

  async heldBy(holders: readonly Holder[], limit: number): Promise<readonly AnyRecord[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: { holders: { some: { holder: { in: holders.map(holderText) } } } },
      orderBy: { createdAt: 'asc' },
      take: limit,
    });
    return rows.map(anyFromRow);
  }

  async countHeldBy(holders: readonly Holder[]): Promise<number> {
    return this.#database.prisma.record.count({
      where: { holders: { some: { holder: { in: holders.map(holderText) } } } },
    });
  }

  async askedBy(person: PersonId, limit: number): Promise<readonly AnyRecord[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: { askedBy: person },
      orderBy: { createdAt: 'desc' },
      take: limit,
    });
    return rows.map(anyFromRow);
  }

  agendaOf(span: Parameters<RecordReader['agendaOf']>[0]): Promise<LedgerPage> {
    return ledger.agendaOf(this.#database, span);
  }

  sentTo(person: PersonId, since: Date, limit: number): Promise<readonly SentItem[]> {
    return ledger.sentTo(this.#database, person, since, limit);
  }

  heldFor(person: PersonId, dueAt: Date): Promise<readonly NewHeld[]> {
    return ledger.heldFor(this.#database, person, dueAt);
  }

  remindedOf(about: string, since: Date): Promise<Date | undefined> {
    return ledger.remindedOf(this.#database, about, since);
  }

  absencesIn(span: Parameters<RecordReader['absencesIn']>[0]): Promise<readonly RecordOf<'absence'>[]> {
    return ledger.absencesIn(this.#database, span);
  }

  async progressOf(cycle: CycleId, period: Period): Promise<readonly RecordOf<'progress'>[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: { kind: 'progress', title: period, ...ofCycle(cycle) },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => this.#see(row, 'progress'));
  }

  async reportsOf(
    { cycle, person, period }: { readonly cycle?: CycleId; readonly person?: PersonId; readonly period?: Period },
    limit: number,
  ): Promise<readonly RecordOf<'progress'>[]> {
    const rows = await this.#database.prisma.record.findMany({
      where: {
        kind: 'progress',
        ...(person === undefined ? {} : { owner: person }),
        ...(period === undefined ? {} : { title: period }),
        ...(cycle === undefined ? {} : ofCycle(cycle)),
      },
      orderBy: { createdAt: 'desc' },
      take: limit,
    });
    return rows.map((row) => fromRow(row, 'progress'));
  }
}
