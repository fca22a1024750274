/** The public views, as pages read them. */
import type {
  AgendaRow,
  AuditRow,
  ClockCount,
  ClockTime,
  InboxRow,
  PostRow,
  RecordRow,
  Windows,
} from '../ports/windows.ts';
import type { Database } from './database.ts';

export function windows({ prisma }: Database): Windows {
  return {
    inbox: (limit) => prisma.$queryRaw<InboxRow[]>`
      SELECT key, platform, received_at AS "receivedAt", intent, actor, outcome FROM v_inbox ORDER BY received_at DESC LIMIT ${limit}`,
    records: (limit) => prisma.$queryRaw<RecordRow[]>`
      SELECT number, kind, state, title, owner, client, created_at AS "createdAt", updated_at AS "updatedAt"
      FROM v_records ORDER BY updated_at DESC, number DESC LIMIT ${limit}`,
    posts: (limit) => prisma.$queryRaw<PostRow[]>`
      SELECT id::text, record, platform, place, state, attempts, cause, created_at AS "createdAt", sent_at AS "sentAt"
      FROM v_posts ORDER BY created_at DESC, id DESC LIMIT ${limit}`,
    agenda: (limit) => prisma.$queryRaw<AgendaRow[]>`
      SELECT id::text, kind, record, person, due_at AS "dueAt", state, reason
      FROM v_agenda ORDER BY state <> 'due', CASE WHEN state = 'due' THEN due_at END, due_at DESC LIMIT ${limit}`,
    audit: async (limit) => {
      const rows = await prisma.$queryRaw<(Omit<AuditRow, 'seq'> & { seq: bigint })[]>`
        SELECT seq, at, actor, on_behalf_of AS "onBehalfOf", record, event, prev_hash AS "prevHash", hash
        FROM v_audit ORDER BY seq DESC LIMIT ${limit}`;
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    clockCounts: () => prisma.$queryRaw<ClockCount[]>`
      SELECT clock, CASE WHEN outcome = 'running' AND reached = 100 THEN 'breached' ELSE outcome END AS outcome,
        count(*)::integer AS count
      FROM v_sla GROUP BY 1, 2`,
    clockTimes: () => prisma.$queryRaw<ClockTime[]>`
      SELECT clock, service,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY used_minutes) AS "medianMinutes",
        percentile_cont(0.9) WITHIN GROUP (ORDER BY used_minutes) AS "p90Minutes"
      FROM v_sla WHERE outcome IN ('met', 'late') AND used_minutes IS NOT NULL GROUP BY 1, 2`,
  };
}
