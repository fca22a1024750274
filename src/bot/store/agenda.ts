/** The agenda: what is due, what a job has planned, and where time stands. */
import type { DueItem, NewAgenda } from '../ports/store.ts';
import type { NewId } from './commit.ts';
import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';
import { revive } from './json.ts';

export async function dueAgenda({ prisma }: Database, now: Date, most: number): Promise<readonly DueItem[]> {
  const rows = await prisma.agenda.findMany({
    where: { state: 'due', dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(({ id, key, kind, input, dueAt, staleMs }) => ({
    ...{ id, key, intent: kind, input: revive(input), dueAt },
    ...(staleMs === null ? {} : { staleMs: Number(staleMs) }),
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
      data: agenda.map(({ key, intent, input, record = null, person = null, dueAt, staleMs }) => ({
        ...{ id: newId(), key, kind: intent, input: toInput(input), record, person, dueAt },
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
    prisma.agenda.deleteMany({ where: { kind: { in: [...intents] }, state: 'due', dueAt: { gt: from } } }),
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
