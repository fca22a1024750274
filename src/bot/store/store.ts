/** The store, assembled: everything the engine asks of the database. */
import type { RecordKind } from '../../domain/numbers.ts';
import type { Store } from '../ports/store.ts';
import * as agenda from './agenda.ts';
import { commit, type NewId } from './commit.ts';
import { type Database, unavailable } from './database.ts';
import { revive } from './json.ts';
import { importFirm, moveZones, readPeople } from './people.ts';
import * as posts from './posts.ts';
import { sharedNow } from './shared-now.ts';
import { VersionedReader } from './reader.ts';

const sequences: Readonly<Record<RecordKind, string>> = {
  request: 'number_request',
  approval: 'number_approval',
  progress: 'number_progress',
  survey: 'number_survey',
  absence: 'number_absence',
  digest: 'number_digest',
  issue: 'number_issue',
  risk: 'number_risk',
};

type Glance = { revision: string; had: boolean; answer: unknown };

export function postgresStore(database: Database, newId: NewId): Store {
  const { pool, prisma } = database;
  return {
    glance: async (platform, key) => {
      const { rows } = await pool.query<Glance>({
        name: 'glance',
        text: `SELECT d.revision::text AS revision, i.key IS NOT NULL AS had, i.answer
          FROM directory d LEFT JOIN inbox i ON i.platform = $1 AND i.key = $2 WHERE d.id = 1`,
        values: [platform, key],
      });
      const row = rows[0];
      if (!row) throw new Error('the directory row is missing');
      // What is answered again must be as safe as it was the first time.
      if (row.had) await database.durable();
      return { revision: BigInt(row.revision), ...(row.had ? { duplicate: { answer: revive(row.answer) } } : {}) };
    },
    reader: () => new VersionedReader(database),
    nextNumber: async (kind) => {
      const { rows } = await pool.query<{ n: string }>({
        name: `next-${kind}`,
        text: `SELECT nextval('${sequences[kind]}') AS n`,
      });
      return Number(rows[0]?.n);
    },
    commit: (change) => commit(database, change, newId),
    durable: () => database.durable(),

    people: () => readPeople(database),
    importFirm: (firm, hash, leave) => importFirm(database, firm, hash, leave),
    moveZones: (zones) => moveZones(database, zones),

    claimPosts: (claimer, now, most, closed) => posts.claimPosts(database, claimer, now, most, closed),
    reclaimPosts: (now) => posts.reclaimPosts(database, now),
    standing: (picture, lane) => posts.standing(database, picture, lane),
    standingAt: (platform, message, chat) => posts.standingAt(database, platform, message, chat),
    settlePost: (post, settled, now, drawn) => posts.settlePost(database, post, settled, now, drawn),
    adopt: (standing) => posts.adopt(database, standing),

    claimAgenda: (claimer, now, most, failed) => agenda.claimAgenda(database, claimer, now, most, failed),
    nextDue: (after) => agenda.nextDue(database, after),
    plan: (job, until, entries) => agenda.plan(database, job, until, entries, newId),
    horizon: (job) => agenda.horizon(database, job),
    replan: (intents, from) => agenda.replan(database, intents, from),
    pending: (now) => agenda.pending(database, now),

    clockOffset: async () => Number((await prisma.clockOffset.findUniqueOrThrow({ where: { id: 1 } })).offsetMs),
    moveClock: async (offsetMs) => {
      await prisma.clockOffset.update({ where: { id: 1 }, data: { offsetMs: BigInt(offsetMs) } });
    },
    sharedNow: () => sharedNow(database),
    trouble: async () => {
      try {
        await pool.query('SELECT 1');
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    unavailable,
  };
}
