/** The agenda: what is due, what a job has planned, and where time stands. */
import type { DueItem, NewAgenda } from '../ports/store.ts';
import type { NewId } from './commit.ts';
import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';
import { revive } from './json.ts';

type DueRow = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly input: unknown;
  readonly due_at: Date;
  readonly stale_ms: string | null;
  readonly folded: boolean;
};

export async function claimAgenda(
  { pool }: Database,
  claimer: string,
  now: Date,
  most: number,
  failed: readonly string[],
): Promise<readonly DueItem[]> {
  const { rows } = await pool.query<DueRow>({
    name: 'claim-agenda',
    text: 'SELECT * FROM steward_claim_agenda($1, $2, $3, $4) ORDER BY due_at, id',
    values: [claimer, now, most, failed],
  });
  return rows.map(({ id, key, kind, input, due_at, stale_ms, folded }) => ({
    ...{ id, key, intent: kind, input: revive(input), dueAt: due_at, folded },
    ...(stale_ms === null ? {} : { staleMs: Number(stale_ms) }),
  }));
}

export async function nextDue({ prisma }: Database, after: Date): Promise<Date | undefined> {
  const row = await prisma.agenda.findFirst({
    where: { state: 'due', dueAt: { gt: after } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return row?.dueAt;
}

export async function horizon({ prisma }: Database, job: string): Promise<Date | undefined> {
  return (await prisma.horizon.findUnique({ where: { job } }))?.until;
}

const toInput = (input: NewAgenda['input']): Prisma.InputJsonObject => input as Prisma.InputJsonObject;

/** What a job has found, once; two processes planning the same span add nothing twice. */
export async function plan(
  { prisma }: Database,
  job: string,
  until: Date,
  agenda: readonly NewAgenda[],
  newId: NewId,
): Promise<void> {
  await prisma.$transaction([
    prisma.agenda.createMany({
      data: agenda.map(({ key, intent, input, record = null, person = null, dueAt, staleMs, series = null, skip }) => ({
        ...{ id: newId(), key, kind: intent, input: toInput(input), record, person, dueAt, series },
        ...(skip === undefined ? {} : { state: 'skipped', reason: skip }),
        ...(staleMs === undefined ? {} : { staleMs: BigInt(staleMs) }),
      })),
      skipDuplicates: true,
    }),
    prisma.horizon.upsert({ where: { job }, create: { job, until }, update: { until } }),
  ]);
}

/** Occurrences still to come are forgotten and will be found again; those that happened keep their keys and never come twice. */
export async function replan({ prisma }: Database, intents: readonly string[], from: Date): Promise<void> {
  await prisma.$transaction([
    prisma.agenda.deleteMany({
      // What was skipped when it was planned has not been settled by anybody: it may be planned otherwise now.
      where: { kind: { in: [...intents] }, state: { in: ['due', 'skipped'] }, settledAt: null, dueAt: { gt: from } },
    }),
    prisma.horizon.updateMany({ where: { until: { gt: from } }, data: { until: from } }),
  ]);
}

export async function pending({ prisma }: Database, now: Date): Promise<number> {
  const [due, waiting, sending] = await Promise.all([
    prisma.agenda.count({ where: { state: 'due', dueAt: { lte: now } } }),
    prisma.post.count({ where: { state: { in: ['waiting', 'unsure'] }, notBefore: { lte: now } } }),
    prisma.post.count({ where: { state: 'sending' } }),
  ]);
  return due + waiting + sending;
}
