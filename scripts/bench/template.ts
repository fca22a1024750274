/** The rows one gesture of the bot has written, turned into one SQL statement that writes rows like them for the next gesture. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** What differs from gesture to gesture; everything else is written as the bot has written it. */
export type Blanks = {
  readonly key: string;
  readonly title?: string;
  readonly record?: string;
  readonly message?: string;
};

export type Template = { readonly sql: string; readonly values: readonly Value[] };
type Value = { readonly is: 'now' | 'id' | 'text'; readonly text: string | null };
type Row = Readonly<Record<string, string | null>>;
type Columns = ReadonlyMap<string, string>;

/** Numbers the statement itself draws from the sequence. */
const NUMBER = '@NUMBER@';

/** One gesture of the bot: its cause in the rows, its key, the title it carried, and the number of the records it made or changed. */
export type Seen = {
  readonly cause: string;
  readonly key: string;
  readonly title: string;
  readonly suffix: string;
  /** The form that was sent and became the card. */
  readonly form?: string;
};

class Builder {
  readonly values: Value[] = [];
  readonly #seen: Seen;
  readonly #drawn: boolean;

  constructor(seen: Seen, drawn: boolean) {
    this.#seen = seen;
    this.#drawn = drawn;
  }

  #blanked(text: string): string {
    const { key, title, suffix } = this.#seen;
    const withKey = text.replaceAll(key, '@KEY@').replaceAll(title, '@TITLE@');
    return this.#drawn
      ? withKey.replaceAll(`REQ-${suffix}`, NUMBER)
      : withKey.replaceAll(`REQ-${suffix}`, 'REQ-@RECORD@').replaceAll(`APR-${suffix}`, 'APR-@RECORD@');
  }

  /** The expression of one column. */
  of(value: string | null, type: string, column: string): string {
    const isNow = type.startsWith('timestamp') && column !== 'due_at';
    const text = value === null ? null : this.#blanked(value);
    this.values.push(
      value !== null && isNow
        ? { is: 'now', text: null }
        : column === 'id'
          ? { is: 'id', text: null }
          : { is: 'text', text },
    );
    const place = `$${this.values.length}`;
    return text?.includes(NUMBER) === true
      ? `replace(${place}::text, '${NUMBER}', n.number)::${type}`
      : `${place}::${type}`;
  }

  insert(table: string, rows: readonly Row[], columns: Columns, without: readonly string[], from: string): string {
    const names = [...columns.keys()].filter((name) => !without.includes(name));
    const selects = rows.map(
      (row) =>
        `SELECT ${names.map((name) => this.of(row[name] ?? null, columns.get(name) ?? 'text', name)).join(', ')} FROM ${from}`,
    );
    return `INSERT INTO ${table} (${names.join(', ')}) ${selects.join(' UNION ALL ')} ON CONFLICT DO NOTHING`;
  }
}

/** Reads what the gesture `seen` has written. `changed` are the records that were there already; none: it made one of its own. */
export async function templateOf(pool: pg.Pool, seen: Seen, changed: readonly string[]): Promise<Template> {
  const columnsOf = async (table: string): Promise<Columns> => {
    const { rows } = await pool.query<{ column_name: string; data_type: string; udt_name: string }>(
      `SELECT column_name, data_type, udt_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
      [table],
    );
    return new Map(
      rows.map(({ column_name: name, data_type: type, udt_name: own }) => [name, type === 'ARRAY' ? own : type]),
    );
  };
  const rowsOf = async (table: string, where: string): Promise<Row[]> => {
    const columns = [...(await columnsOf(table)).keys()].map((name) => `${name}::text`).join(', ');
    return (await pool.query<Row>(`SELECT ${columns} FROM ${table} WHERE ${where}`, [])).rows;
  };
  const quoted = `'${seen.cause}'`;
  const isNew = changed.length === 0;
  const numbers = isNew ? [`REQ-${seen.suffix}`] : changed;
  const among = `(${numbers.map((number) => `'${number}'`).join(', ')})`;
  const build = new Builder(seen, isNew);
  const inbox = await rowsOf('inbox', `platform || ':' || key = ${quoted}`);
  const posts = (await rowsOf('post', `cause = ${quoted}`)).map((row) => ({
    ...row,
    ...{ state: 'waiting', attempts: '0', claimed_by: null, sent_at: null, first_tried_at: null, failure: null },
  }));
  const records = await rowsOf('record', `number IN ${among}`);
  const holders = await rowsOf('holder', `number IN ${among}`);
  const agenda = isNew ? await rowsOf('agenda', `record IN ${among}`) : [];
  const audit = await rowsOf('audit', `cause = ${quoted} ORDER BY seq`);

  const parts = [
    isNew ? `n AS (SELECT 'REQ-' || nextval('number_request') AS number)` : `n AS (SELECT '' AS number)`,
    `claimed AS (${build.insert('inbox', inbox, await columnsOf('inbox'), [], 'n')} RETURNING 1)`,
    `go AS (SELECT n.* FROM n, claimed)`,
  ];
  const insert = async (table: string, rows: readonly Row[], without: readonly string[] = []): Promise<void> => {
    if (rows.length === 0) return;
    parts.push(`w${parts.length} AS (${build.insert(table, rows, await columnsOf(table), without, 'go n')})`);
  };
  if (isNew) await insert('record', records);
  else {
    for (const row of records) {
      const [state, owner, body, number] = ['state', 'owner', 'body', 'number'].map((name) =>
        build.of(row[name] ?? null, name === 'body' ? 'jsonb' : 'text', name),
      );
      parts.push(
        `w${parts.length} AS (UPDATE record SET state = ${state}, owner = ${owner}, body = ${body}, version = version + 1, updated_at = now()
          FROM go n WHERE record.number = ${number} AND version = ${Number(row['version']) - 1} RETURNING record.number)`,
      );
      parts.push(
        `w${parts.length} AS (DELETE FROM holder USING w${parts.length - 1} u WHERE holder.number = u.number)`,
      );
    }
  }
  await insert('holder', holders);
  await insert('post', posts, ['seq']);
  await insert('agenda', agenda);
  if (seen.form !== undefined) {
    const [row = {}] = await rowsOf('message', `message = '${seen.form}'`);
    const [picture, record, content] = ['picture', 'record', 'content'].map((name) =>
      build.of(row[name] ?? null, name === 'content' ? 'jsonb' : 'text', name),
    );
    const form = build.of('@MESSAGE@', 'text', 'message');
    parts.push(
      `form AS (UPDATE message SET picture = ${picture}, record = ${record}, content = ${content} FROM go n WHERE message.message = ${form} AND message.platform = '${row['platform'] ?? ''}')`,
    );
  }
  parts.push(...chain(audit, build));
  return {
    sql: `WITH ${parts.join(',\n')} UPDATE audit_head SET seq = c${audit.length}.seq, hash = c${audit.length}.hash FROM c${audit.length}`,
    values: build.values,
  };
}

/** Each line of the audit hashes the one before it. */
function chain(audit: readonly Row[], build: Builder): readonly string[] {
  const names = ['at', 'actor', 'on_behalf_of', 'record', 'event', 'detail', 'cause'];
  const head = `c0 AS (SELECT h.seq, h.hash, n.number FROM audit_head h, go n WHERE h.id = 1 FOR UPDATE OF h)`;
  const links = audit.flatMap((row, before) => {
    const n = before + 1;
    const fields = names.map((name) => build.of(row[name] ?? null, name === 'at' ? 'timestamptz' : 'text', name));
    const told = fields.map((field, at) => `${field} AS f${at}`).join(', ');
    const all = fields.map((_, at) => `l.f${at}`).join(', ');
    return [
      `l${n} AS (SELECT n.number, n.seq + 1 AS seq, n.hash AS prev, ${told} FROM c${before} n)`,
      `c${n} AS (SELECT l.*, encode(sha256(convert_to(audit_line(l.prev, l.seq, ${all}), 'UTF8')), 'hex') AS hash FROM l${n} l)`,
      `i${n} AS (INSERT INTO audit (seq, ${names.join(', ')}, prev_hash, hash) SELECT l.seq, ${all}, l.prev, l.hash FROM c${n} l)`,
    ];
  });
  return [head, ...links];
}

/** The values of one gesture. */
export function fill(
  { values }: Template,
  { key, title = '', record = '', message = '' }: Blanks,
  now: Date,
): unknown[] {
  return values.map((value) => {
    if (value.is === 'now') return now;
    if (value.is === 'id') return randomUUID();
    return (
      value.text
        ?.replaceAll('@KEY@', key)
        .replaceAll('@TITLE@', title)
        .replaceAll('@RECORD@', record)
        .replaceAll('@MESSAGE@', message) ?? null
    );
  });
}
