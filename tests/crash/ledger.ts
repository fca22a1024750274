/** The reckoning after a crash: what was lost and what was doubled, counted from the rows and from what the platforms have accepted. */
import type { CrashWorld } from './crash-world.ts';

/** Every finding is a sentence; an empty list is a good reckoning. */
export type Reckoning = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
};

type Row = Readonly<Record<string, string>>;

async function sentences(world: CrashWorld, sql: string, say: (row: Row) => string): Promise<readonly string[]> {
  return (await world.rows<Row>(sql)).map(say);
}

/** Posts that went out must have arrived once: sentences and forms always as a message of their own, pictures as one copy a chat. */
async function postsOf(world: CrashWorld): Promise<Pick<Reckoning, 'lost' | 'doubled'>> {
  const messages = new Map<string, Set<string>>();
  for (const { accepted } of world.links.values()) {
    for (const { post, chat, message } of accepted) {
      const known = messages.get(post) ?? new Set();
      messages.set(post, known.add(`${chat} ${message}`));
    }
  }
  const sent = await world.rows<Row>(`SELECT id::text, kind, state, place, failure FROM post`);
  const arrived = sent.filter(({ kind, state }) => kind !== 'show' && state === 'sent');
  return {
    lost: [
      ...sent
        .filter(({ state }) => state !== 'sent')
        .map(({ id, state, failure }) => `post ${id} is ${state}: ${failure}`),
      ...arrived
        .filter(({ id }) => !messages.has(id ?? ''))
        .map(({ id, place }) => `post ${id} never reached ${place}`),
    ],
    doubled: [...messages].flatMap(([id, places]) =>
      places.size > 1 ? [`post ${id} stands ${places.size} times`] : [],
    ),
  };
}

/** The picture of a record stands once in a chat; a form stands as often as somebody has asked for it. */
function copiesOf(world: CrashWorld): Promise<readonly string[]> {
  return sentences(
    world,
    `SELECT picture, lane, count(*) AS n FROM message WHERE picture NOT LIKE '%-form:%' GROUP BY picture, lane HAVING count(*) > 1`,
    ({ picture, lane, n }) => `${picture} stands ${n} times in ${lane}`,
  );
}

/** The chain of hashes, computed anew from its rows by the published rule. */
function chainOf(world: CrashWorld): Promise<readonly string[]> {
  return sentences(
    world,
    `SELECT seq::text FROM (
       SELECT seq, hash, prev_hash, lag(hash, 1, repeat('0', 64)) OVER (ORDER BY seq) AS before,
         row_number() OVER (ORDER BY seq) AS place,
         encode(sha256(convert_to(audit_line(prev_hash, seq, at, actor, on_behalf_of, record, event, detail, cause), 'UTF8')), 'hex') AS own
       FROM audit
     ) a WHERE hash <> own OR prev_hash <> before OR seq <> place
     UNION ALL SELECT 'head' FROM audit_head WHERE hash <> coalesce((SELECT a.hash FROM audit a ORDER BY a.seq DESC LIMIT 1), repeat('0', 64))`,
    ({ seq }) => `the audit chain is broken at ${seq}`,
  );
}

/** Every request is on the agenda once for each threshold of its first response, every finished one once for its end; nothing due is left undone. */
function agendaOf(world: CrashWorld): Promise<readonly string[]> {
  return sentences(
    world,
    `SELECT r.number || ' has ' || count(a.id) || ' moments for its first response' AS words
     FROM record r LEFT JOIN agenda a ON a.key LIKE 'sla:' || r.number || ':response:%' WHERE r.kind = 'request' GROUP BY r.number HAVING count(a.id) <> 3
     UNION ALL
     SELECT r.number || ' has no moment for its end' FROM record r
     WHERE r.kind = 'request' AND r.state = 'done' AND NOT EXISTS (SELECT 1 FROM agenda a WHERE a.key LIKE 'close:' || r.number || ':%')
     UNION ALL
     SELECT s.number || ' has ' || count(a.id) || ' moments of its own' FROM record s LEFT JOIN agenda a ON a.record = s.number
     WHERE s.kind = 'survey' GROUP BY s.number HAVING count(a.id) <> 2`,
    ({ words }) => words ?? '',
  );
}

/** Every event of the audit belongs to a gesture of the inbox, and every version of a record to events of the audit. */
function causesOf(world: CrashWorld): Promise<readonly string[]> {
  return sentences(
    world,
    `SELECT 'audit ' || seq || ' has no gesture' AS words FROM audit a
       WHERE NOT EXISTS (SELECT 1 FROM inbox i WHERE i.platform || ':' || i.key = a.cause)
     UNION ALL
     SELECT r.number || ' has version ' || r.version || ' after ' || count(DISTINCT a.cause) || ' gestures'
       FROM record r LEFT JOIN audit a ON a.record = r.number GROUP BY r.number, r.version HAVING count(DISTINCT a.cause) <> r.version`,
    ({ words }) => words ?? '',
  );
}

export async function reckon(world: CrashWorld): Promise<Reckoning> {
  const posts = await postsOf(world);
  return {
    lost: posts.lost,
    doubled: [...posts.doubled, ...(await copiesOf(world))],
    broken: [...(await chainOf(world)), ...(await agendaOf(world)), ...(await causesOf(world))],
  };
}

export const nothingAmiss: Reckoning = { lost: [], doubled: [], broken: [] };
