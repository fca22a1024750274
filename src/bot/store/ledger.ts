/** What people may look up about time and about what they were sent: lists, never checked at commit. */
import type { PersonId } from '../../domain/ids.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import type { AgendaItem, LedgerPage, NewHeld, SentItem } from '../ports/ledger.ts';
import type { PostContent } from '../ports/post.ts';
import type { RecordOf, RecordReader } from '../ports/store.ts';
import type { Database } from './database.ts';
import { revive } from './json.ts';
import { fromRow, type RecordRow } from './record-rows.ts';

type Span = { readonly from: Date; readonly until: Date };

export async function agendaOf(
  { prisma }: Database,
  span: Parameters<RecordReader['agendaOf']>[0],
): Promise<LedgerPage> {
  const where = { dueAt: { gt: span.from, lte: span.until }, state: { in: [...span.states] } };
  const [count, rows] = await Promise.all([
    prisma.agenda.count({ where }),
    prisma.agenda.findMany({ where, orderBy: [{ dueAt: 'asc' }, { key: 'asc' }], take: span.limit }),
  ]);
  const items = rows.map(
    ({ kind, input, record, person, dueAt, state, reason }): AgendaItem => ({
      ...{ intent: kind, input: revive(input), dueAt, state: state as AgendaItem['state'] },
      ...(record === null ? {} : { record: record as RecordNumber }),
      ...(person === null ? {} : { person: person as PersonId }),
      ...(reason === null ? {} : { reason }),
    }),
  );
  return { items, count };
}

type SentRow = {
  readonly content: unknown;
  readonly record: string | null;
  readonly at: Date;
  readonly intent: string | null;
  readonly actor: string | null;
  readonly held: boolean;
};

/** A cause is `<platform>:<key>` of the gesture in the inbox. */
const CAUSE = `LEFT JOIN inbox i ON i.platform = split_part(s.cause, ':', 1)
    AND i.key = substr(s.cause, length(split_part(s.cause, ':', 1)) + 2)`;

export async function sentTo(
  { pool }: Database,
  person: PersonId,
  since: Date,
  limit: number,
): Promise<readonly SentItem[]> {
  const { rows } = await pool.query<SentRow>({
    name: 'sent-to',
    // A sentence to somebody goes to one chat; of a picture only one copy is told, and only when it was put there: a redrawn one does not ring.
    text: `SELECT s.content, s.record, s.at, s.held, i.intent, i.actor FROM (
        SELECT DISTINCT ON (coalesce(p.picture, p.id::text), p.cause)
          p.content, p.record, coalesce(p.sent_at, p.created_at) AS at, p.cause, false AS held
        FROM post p
        WHERE p.person = $1 AND p.created_at >= $2 AND p.place_type <> 'home'
          AND p.state <> 'dead' AND p.failure IS NULL
          AND (p.kind = 'say' OR p.kind = 'show' AND EXISTS (
            SELECT 1 FROM message m WHERE m.picture = p.picture AND m.lane = p.lane AND m.posted_at = p.sent_at))
        UNION ALL
        SELECT jsonb_build_object('kind', 'say', 'notice', h.notice), h.record, h.due_at, h.cause, true
        FROM held h WHERE h.person = $1 AND h.created_at >= $2 AND h.gathered_at IS NULL
      ) s ${CAUSE}
      WHERE i.actor IS DISTINCT FROM $1
      ORDER BY s.at DESC LIMIT $3`,
    values: [person, since, limit],
  });
  return rows.map(({ content, record, at, intent, actor, held }) => ({
    ...{ content: revive(content) as PostContent, sentAt: at },
    ...(record === null ? {} : { record: record as RecordNumber }),
    ...(intent === null ? {} : { intent }),
    ...(actor === null ? {} : { actor }),
    ...(held ? ({ held } as const) : {}),
  }));
}

export async function heldFor({ prisma }: Database, person: PersonId, dueAt: Date): Promise<readonly NewHeld[]> {
  const rows = await prisma.held.findMany({ where: { person, dueAt }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ record, notice }) => ({
    ...{ person, dueAt, notice: revive(notice) as NewHeld['notice'] },
    ...(record === null ? {} : { record: record as RecordNumber }),
  }));
}

export async function remindedOf({ prisma }: Database, about: string, since: Date): Promise<Date | undefined> {
  const row = await prisma.post.findFirst({
    where: { nudge: about, createdAt: { gt: since }, state: { not: 'dead' }, failure: null },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  return row?.createdAt;
}

export async function absencesIn({ pool }: Database, { from, until }: Span): Promise<readonly RecordOf<'absence'>[]> {
  const { rows } = await pool.query<RecordRow>({
    name: 'open-absences',
    text: `SELECT number, kind, version, body FROM record WHERE kind = 'absence' AND state IN ('planned', 'away') ORDER BY number`,
  });
  return rows
    .map((row) => fromRow(row, 'absence'))
    .filter(({ beginsAt, endsAt }) => beginsAt <= until && endsAt > from);
}
