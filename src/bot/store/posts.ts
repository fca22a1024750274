/** The outbox as the deliverer sees it: claim, settle, and what stands where. */
import type { PersonId, PlatformId } from '../../domain/ids.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import { pictureKey } from '../intents/pictures.ts';
import type { Place } from '../ports/platform.ts';
import type { PostContent } from '../ports/post.ts';
import type { Drawn, OpenPost, Settled, Standing } from '../ports/store.ts';
import { laneOf, placeOf } from './commit.ts';
import type { Database } from './database.ts';
import { withoutWaiting } from './durable.ts';
import { revive, toJson } from './json.ts';

type PostRow = {
  seq: string;
  id: string;
  record: string | null;
  platform: string;
  place_type: Place['type'];
  place: string;
  person: string | null;
  lane: string;
  content: unknown;
  attempts: number;
  created_at: Date;
  first_tried_at: Date;
};

function toPlace(type: string, name: string): Place {
  if (type === 'chat') return { type, chat: name };
  if (type === 'inbox') return { type, of: name };
  return { type: type === 'home' ? 'home' : 'person', account: name };
}

function toPost(row: PostRow): OpenPost {
  return {
    ...{
      seq: BigInt(row.seq),
      id: row.id,
      lane: row.lane,
      attempt: row.attempts,
      createdAt: row.created_at,
      firstTriedAt: row.first_tried_at,
    },
    ...{
      content: revive(row.content) as PostContent,
      platform: row.platform as PlatformId,
      place: toPlace(row.place_type, row.place),
    },
    ...(row.record === null ? {} : { record: row.record as RecordNumber }),
    ...(row.person === null ? {} : { person: row.person as PersonId }),
  };
}

export async function claimPosts(
  { pool }: Database,
  claimer: string,
  now: Date,
  most: number,
  closed: { readonly lanes: readonly string[]; readonly platforms: readonly string[] },
): Promise<readonly OpenPost[]> {
  const { rows } = await pool.query<PostRow>({
    name: 'claim-posts',
    text: `SELECT post.*, ${withoutWaiting} FROM steward_claim_posts($1, $2, $3, $4, $5) AS post`,
    values: [claimer, now, most, closed.lanes, closed.platforms],
  });
  return rows.map(toPost).toSorted((a, b) => (a.seq < b.seq ? -1 : 1));
}

export async function reclaimPosts({ pool }: Database, now: Date): Promise<number> {
  const { rowCount } = await pool.query('SELECT 1 FROM steward_reclaim_posts($1)', [now]);
  return rowCount ?? 0;
}

type StandingRow = {
  id: string;
  content: unknown;
  platform: string;
  place_type: string;
  place: string;
  person: string | null;
  chat: string;
  message: string;
  drawn: string;
  posted_at: Date;
};

function toStanding(row: StandingRow): Standing {
  const content = revive(row.content) as Exclude<PostContent, { kind: 'say' }>;
  return {
    ...{
      id: BigInt(row.id),
      picture: content.picture,
      platform: row.platform as PlatformId,
      place: toPlace(row.place_type, row.place),
    },
    ...(row.person === null ? {} : { person: row.person as PersonId }),
    ...{ ref: { chat: row.chat, message: row.message }, drawn: row.drawn, postedAt: row.posted_at },
  };
}

const STANDING =
  'SELECT id, content, platform, place_type, place, person, chat, message, drawn, posted_at FROM message';

export async function standing({ pool }: Database, picture: string, lane: string): Promise<readonly Standing[]> {
  const { rows } = await pool.query<StandingRow>({
    name: 'standing',
    text: `${STANDING} WHERE picture = $1 AND lane = $2 ORDER BY id`,
    values: [picture, lane],
  });
  return rows.map(toStanding);
}

export async function standingAt(
  { pool }: Database,
  platform: string,
  message: string,
  chat?: string,
): Promise<Standing | undefined> {
  const { rows } = await pool.query<StandingRow>({
    name: 'standing-at',
    text: `${STANDING} WHERE platform = $1 AND message = $2 AND ($3::text IS NULL OR chat = $3) LIMIT 1`,
    values: [platform, message, chat ?? null],
  });
  return rows[0] && toStanding(rows[0]);
}

function becoming(settled: Settled, now: Date): readonly unknown[] {
  return settled.state === 'sent'
    ? [settled.state, settled.note ?? null, now, now]
    : [settled.state, settled.failure, null, 'notBefore' in settled ? settled.notBefore : now];
}

/** Copies in one chat are of one drawing. */
function copies(redrawn: NonNullable<Drawn['redrawn']>): readonly unknown[] {
  const drawn = redrawn[0]?.drawn ?? null;
  return [
    redrawn.map(({ id }) => id.toString()),
    drawn,
    redrawn.map(({ ref }) => ref.chat),
    redrawn.map(({ ref }) => ref.message),
  ];
}

function standingAnew(post: OpenPost, stands: Drawn['stands']): readonly unknown[] {
  if (!stands) return Array.from({ length: 11 }, () => null);
  const { place_type, place } = placeOf(post.place);
  return [
    ...[pictureKey(stands.picture), post.record ?? null],
    ...[toJson({ kind: 'show', picture: stands.picture }), post.platform, place_type, place, post.person ?? null],
    ...[post.lane, stands.ref.chat, stands.ref.message, stands.drawn],
  ];
}

/** One statement: a post that is sent and the messages that show it are never known one without the other. */
export async function settlePost(
  { pool, durable }: Database,
  post: OpenPost,
  settled: Settled,
  now: Date,
  { stands, gone = [], redrawn = [] }: Drawn = {},
): Promise<void> {
  await pool.query({
    name: 'settle-post',
    // No table is joined: a plan made while they were small would read all of them once they are large.
    text: `WITH copies AS (
        UPDATE message SET drawn = $7, chat = ($8::text[])[array_position($6::bigint[], id)],
          message = ($9::text[])[array_position($6::bigint[], id)]
        WHERE id = ANY ($6::bigint[])
      ), gone AS (
        DELETE FROM message WHERE id = ANY ($10::bigint[])
      ), anew AS (
        INSERT INTO message (picture, record, content, platform, place_type, place, person, lane, chat, message, drawn, posted_at)
        SELECT $11, $12, $13::jsonb, $14, $15, $16, $17, $18, $19, $20, $21, $22 WHERE $11::text IS NOT NULL
        ON CONFLICT (platform, chat, message) DO UPDATE
        SET picture = EXCLUDED.picture, record = EXCLUDED.record, content = EXCLUDED.content, drawn = EXCLUDED.drawn, posted_at = EXCLUDED.posted_at
      )
      UPDATE post SET state = $2, failure = $3, sent_at = $4, not_before = $5, claimed_by = NULL
      WHERE seq = $1 AND state = 'sending' RETURNING ${withoutWaiting}`,
    values: [
      post.seq.toString(),
      ...becoming(settled, now),
      ...copies(redrawn),
      gone.map(String),
      ...standingAnew(post, stands),
      now,
    ],
  });
  // Lost with the database's memory, it would stay ours for as long as this process lives.
  await durable();
}

export async function adopt({ pool }: Database, standing: Omit<Standing, 'id'>): Promise<void> {
  const { picture, platform, place, person, ref, drawn, postedAt } = standing;
  const { place_type, place: name } = placeOf(place);
  await pool.query({
    name: 'adopt',
    text: `INSERT INTO message (picture, content, platform, place_type, place, person, lane, chat, message, drawn, posted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (platform, chat, message) DO UPDATE SET picture = $1, content = $2, drawn = $10`,
    values: [
      ...[pictureKey(picture), toJson({ kind: 'show', picture }), platform, place_type, name, person ?? null],
      ...[laneOf(platform, place), ref.chat, ref.message, drawn, postedAt],
    ],
  });
}
