/** A store on a fresh database, and the small things that its tests put into it. */

import pg from 'pg';
import type { ChangeSet, NewPost, Store } from '../../src/bot/ports/store.ts';
import { newId } from '../../src/bot/runtime/ids.ts';
import { openDatabase } from '../../src/bot/store/database.ts';
import { postgresStore } from '../../src/bot/store/store.ts';
import type { PersonId, PlatformId } from '../../src/domain/ids.ts';
import { freshDatabase } from '../support/database.ts';

export type Bench = {
  readonly store: Store;
  readonly url: string;
  /** Another process on the same database; ends with `end`, or by itself. */
  readonly another: (name: string) => { readonly store: Store; readonly dies: () => Promise<void> };
  readonly rows: <T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<readonly T[]>;
  readonly end: () => Promise<void>;
};

export const now = new Date('2026-11-25T02:00:00Z');
export const open = { lanes: [], platforms: [] };

export async function bench(): Promise<Bench> {
  const { url, drop } = await freshDatabase();
  const closers: (() => Promise<void>)[] = [];
  const another: Bench['another'] = (processName) => {
    const database = openDatabase({ url, processName, connections: 20, onIdleError: () => undefined });
    const state = { closed: false };
    const dies = async (): Promise<void> => {
      if (state.closed) return;
      state.closed = true;
      await database.close();
    };
    closers.push(dies);
    return { store: postgresStore(database, newId), dies };
  };
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  return {
    ...{ url, another, store: another('steward:first').store },
    rows: async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<T>(sql, [...values])).rows,
    end: async () => {
      for (const close of closers) await close();
      await pool.end();
      await drop();
    },
  };
}

let gestures = 0;

/** A change with a key of its own, unless it names one. */
export function gesture(change: Partial<ChangeSet> = {}, key?: string): ChangeSet {
  gestures += 1;
  return { now, claim: { platform: 'test', key: key ?? `g${gestures}`, outcome: 'done' }, ...change };
}

const platform = 'test' as PlatformId;

export function sayTo(account: string, week = '2026-W48'): NewPost {
  const notice = { type: 'progress.reminder', week } as const;
  return {
    content: { kind: 'say', notice },
    platform,
    place: { type: 'person', account },
    person: account as PersonId,
  };
}

export function showTo(account: string, of: string): NewPost {
  const picture = { name: 'request', of } as const;
  return {
    content: { kind: 'show', picture },
    ...{ platform, place: { type: 'person', account }, person: account as PersonId },
  };
}
