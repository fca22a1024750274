/** Hands a ChangeSet to `steward_commit`: one gesture, one statement, one transaction. */
import { openStates } from '../../domain/records.ts';
import { pictureKey } from '../intents/pictures.ts';
import type { ChangeSet, Committed, NewPost } from '../ports/store.ts';
import type { Place } from '../ports/platform.ts';
import type { Database } from './database.ts';
import { withoutWaiting } from './durable.ts';
import { revive, toJson } from './json.ts';
import { toRow } from './record-rows.ts';
import { VersionedReader } from './reader.ts';

/** Raised by steward_commit when what a decision was based on has changed; and by PostgreSQL itself when two waited for each other (40P01). */
const CONFLICTS: readonly unknown[] = ['SD409', '40P01'];

/** Ids are made where the process's other ids are made. */
export type NewId = () => string;

export function placeOf(place: Place): { readonly place_type: Place['type']; readonly place: string } {
  return { place_type: place.type, place: nameOf(place) };
}

function nameOf(place: Place): string {
  if (place.type === 'chat') return place.chat;
  return place.type === 'inbox' ? place.of : place.account;
}

/** One lane per chat, and one per entry of an inbox, so that what is said there stays in order. */
export function laneOf(platform: string, place: Place): string {
  const { place_type, place: name } = placeOf(place);
  return `${platform}/${place_type}/${name}`;
}

function postRow(post: NewPost, newId: NewId): object {
  const { content, platform, place } = post;
  return {
    ...{ id: newId(), kind: content.kind, platform, content, ...placeOf(place), lane: laneOf(platform, place) },
    record: post.record ?? null,
    person: post.person ?? null,
    picture: content.kind === 'say' ? null : pictureKey(content.picture),
    ...(post.nudge ? { nudge: post.nudge.about, nudge_ms: post.nudge.everyMs } : {}),
  };
}

/** Nothing of an empty list is sent: the function skips what is not there. */
function some<T>(key: string, list: readonly T[] | undefined): Record<string, readonly T[]> {
  return list === undefined || list.length === 0 ? {} : { [key]: list };
}

function recordsOf({ saves = [], reader }: ChangeSet): object {
  const seen = reader instanceof VersionedReader ? reader.seen : new Map<string, number>();
  const rows = saves.map(toRow);
  const saved = new Set(rows.map(({ row }) => row.number));
  return {
    ...some(
      'inserts',
      rows.filter(({ row }) => !seen.has(row.number)).map(({ row }) => row),
    ),
    ...some(
      'updates',
      rows.filter(({ row }) => seen.has(row.number)).map(({ row }) => ({ ...row, version: seen.get(row.number) })),
    ),
    ...some(
      'holders',
      rows.flatMap(({ row, holders }) => holders.map((holder) => ({ number: row.number, holder }))),
    ),
    // What was read and is not written: only a decision that writes depends on it.
    ...(saves.length === 0
      ? {}
      : some(
          'saw',
          [...seen].filter(([number]) => !saved.has(number)).map(([number, version]) => ({ number, version })),
        )),
  };
}

function changeJson(change: ChangeSet, newId: NewId): string {
  const { claim, people, accounts, leaves, become, posts, everywhere, renew, settles, audit } = change;
  return toJson({
    now: change.now,
    claim,
    ...some(
      'people',
      people?.map(({ id, kind, name, email, locale, zone }) => ({ id, kind, name, email, locale, zone })),
    ),
    ...some('accounts', accounts),
    ...some('leaves', leaves),
    ...recordsOf(change),
    ...some(
      'become',
      become && [
        { ...become, picture: pictureKey(become.picture), content: { kind: 'show', picture: become.picture } },
      ],
    ),
    ...some(
      'posts',
      posts?.map((post) => postRow(post, newId)),
    ),
    ...some('everywhere', everywhere && [...new Set(everywhere.map(pictureKey))]),
    ...some('renew', renew),
    ...(renew ? { open: openStates } : {}),
    ...timeJson(change, newId),
    ...(settles ? { settles } : {}),
    ...some(
      'audit',
      audit?.map(({ actor, onBehalfOf, record, event, detail }) => ({
        ...{ actor, on_behalf_of: onBehalfOf, record, event, detail: toJson(detail) },
      })),
    ),
  });
}

/** What is left to time: the agenda's new occurrences, and what a morning is to tell or has told. */
function timeJson({ agenda, holds, gathers }: ChangeSet, newId: NewId): object {
  return {
    ...some(
      'holds',
      holds?.map(({ person, record, notice, dueAt }) => ({ id: newId(), person, record, notice, due_at: dueAt })),
    ),
    ...some(
      'gathers',
      gathers?.map(({ person, dueAt }) => ({ person, due_at: dueAt })),
    ),
    ...some(
      'agenda',
      agenda?.map(({ key, intent, input, record, person, dueAt, staleMs, series }) => ({
        ...{ id: newId(), key, kind: intent, input, record, person, series },
        due_at: dueAt,
        stale_ms: staleMs,
      })),
    ),
  };
}

type Result = { result: { outcome: 'done' | 'duplicate'; answer?: unknown } };

export async function commit(database: Database, change: ChangeSet, newId: NewId): Promise<Committed> {
  const client = await database.pool.connect();
  let result: Result['result'] | undefined;
  try {
    const { rows } = await client.query<Result>({
      name: 'commit',
      text: `SELECT ${withoutWaiting}, steward_commit($1::jsonb) AS result`,
      values: [changeJson(change, newId)],
    });
    client.release();
    result = rows[0]?.result;
  } catch (error) {
    const conflict = error instanceof Error && 'code' in error && CONFLICTS.includes(error.code);
    // A conflict is an answer like any other and leaves the connection, with its prepared statements, as good as it was.
    client.release(!conflict);
    if (conflict) return { outcome: 'conflict' };
    throw error;
  }
  // Also the second delivery of a gesture waits: the first one's commit may be younger than the last flush.
  await database.durable();
  return result?.outcome === 'duplicate'
    ? { outcome: 'duplicate', answer: revive(result.answer) }
    : { outcome: 'done' };
}
