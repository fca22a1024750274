/** The outbox as the deliverer sees it: claim, settle, and what stands where. */
import type { PersonId, PlatformId } from '../../domain/firm.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import { type PictureRef, pictureKey } from '../intents/pictures.ts';
import type { MessageRef, Place } from '../ports/platform.ts';
import type { OpenPost, PostContent, Settled, Standing } from '../ports/store.ts';
import { laneOf, placeOf } from './commit.ts';
import type { Database } from './database.ts';
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
  return type === 'chat' ? { type, chat: name } : { type: type === 'home' ? 'home' : 'person', account: name };
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
    text: 'SELECT * FROM steward_claim_posts($1, $2, $3, $4, $5)',
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

export type NowStands = {
  readonly ref: MessageRef;
  readonly picture: PictureRef;
  readonly drawn: string;
  readonly replaces?: bigint;
};

/** One statement: a post that is sent and the message that stands are never known one without the other. */
export async function settlePost(
  { pool }: Database,
  post: OpenPost,
  settled: Settled,
  now: Date,
  stands?: NowStands,
): Promise<void> {
  const sent = settled.state === 'sent';
  const values = [
    ...[post.seq.toString(), settled.state, sent ? (settled.note ?? null) : settled.failure, sent ? now : null],
    'notBefore' in settled ? settled.notBefore : now,
  ];
  const settle = `UPDATE post SET state = $2, failure = $3, sent_at = $4, not_before = $5, claimed_by = NULL WHERE seq = $1 AND state = 'sending'`;
  if (!stands) {
    await pool.query({ name: 'settle-post', text: settle, values });
    return;
  }
  const { place_type, place } = placeOf(post.place);
  await pool.query({
    name: 'settle-post-standing',
    text: `WITH settled AS (${settle}), gone AS (DELETE FROM message WHERE id = $18)
      INSERT INTO message (picture, record, content, platform, place_type, place, person, lane, chat, message, drawn, posted_at)
      VALUES ($6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      ON CONFLICT (platform, chat, message) DO UPDATE SET picture = $6, record = $7, content = $8, drawn = $16, posted_at = $17`,
    values: [
      ...values,
      ...[
        pictureKey(stands.picture),
        post.record ?? null,
        toJson({ kind: 'show', picture: stands.picture }),
        post.platform,
        place_type,
        place,
      ],
      ...[
        post.person ?? null,
        post.lane,
        stands.ref.chat,
        stands.ref.message,
        stands.drawn,
        now,
        stands.replaces?.toString() ?? null,
      ],
    ],
  });
}

export async function redrawn({ pool }: Database, id: bigint, drawn: string, ref: MessageRef): Promise<void> {
  await pool.query({
    name: 'redrawn',
    text: 'UPDATE message SET drawn = $2, chat = $3, message = $4 WHERE id = $1',
    values: [id.toString(), drawn, ref.chat, ref.message],
  });
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
