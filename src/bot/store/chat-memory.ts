/** The playground's conversations on PostgreSQL; every process hears of every message through NOTIFY. */
import type { Message } from '../cards/card.ts';
import type { ChatMemory, KeptMessage } from '../ports/chat-memory.ts';
import type { Log } from '../ports/log.ts';
import type { Database } from './database.ts';
import { revive, toJson } from './json.ts';
import { listening } from './listening.ts';

const CHANNEL = 'playground_message';

type Row = {
  id: string;
  chat: string;
  author: string | null;
  text: string | null;
  message: unknown;
  post: string | null;
  at: Date;
  edited: number;
};

/** A card's own moments are spans named `moment`. */
function reviveMessage(value: unknown): Message {
  const withMoments = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(withMoments);
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, one]) => [
        key,
        key === 'moment' && typeof one === 'string' ? new Date(one) : withMoments(one),
      ]),
    );
  };
  return withMoments(revive(value)) as Message;
}

function toKept(row: Row): KeptMessage {
  return {
    ...{ id: row.id, chat: row.chat, at: row.at, edited: row.edited },
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.message === null ? {} : { message: reviveMessage(row.message) }),
    ...(row.post === null ? {} : { post: row.post }),
  };
}

const COLUMNS = 'id::text, chat, author, text, message, post, at, edited';

export type ListeningChatMemory = ChatMemory & {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export function chatMemory(database: Database, url: string, log: Log): ListeningChatMemory {
  const listeners = new Set<(message: KeptMessage) => void>();
  const hear = async (id: string): Promise<void> => {
    const kept = await one(database, `SELECT ${COLUMNS} FROM playground_message WHERE id = $1`, [id]);
    if (kept) for (const listener of listeners) listener(kept);
  };
  const ear = listening({ url, channel: CHANNEL, hear, log });
  return {
    ...memory(database),
    ...ear,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function one({ pool }: Database, text: string, values: unknown[]): Promise<KeptMessage | undefined> {
  const { rows } = await pool.query<Row>(text, values);
  return rows[0] && toKept(rows[0]);
}

function memory(database: Database): Omit<ChatMemory, 'watch'> {
  return {
    keep: async ({ chat, author, text, message, post, at }) => {
      const values = [
        chat,
        author ?? null,
        text?.replaceAll('\u0000', '').toWellFormed() ?? null,
        message ? toJson(message) : null,
        post ?? null,
        at,
      ];
      const kept = await one(
        database,
        `WITH kept AS (
           INSERT INTO playground_message (chat, author, text, message, post, at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (post) DO NOTHING RETURNING *
         ), told AS (SELECT pg_notify('${CHANNEL}', id::text) FROM kept)
         SELECT ${COLUMNS} FROM kept WHERE (SELECT count(*) FROM told) >= 0`,
        values,
      );
      const known = kept ?? (await one(database, `SELECT ${COLUMNS} FROM playground_message WHERE post = $1`, [post]));
      if (!known) throw new Error('a playground message was neither kept nor known');
      return known;
    },
    replace: async (id, message) =>
      one(
        database,
        `WITH kept AS (UPDATE playground_message SET message = $2, edited = edited + 1 WHERE id = $1 RETURNING *),
         told AS (SELECT pg_notify('${CHANNEL}', id::text) FROM kept)
         SELECT ${COLUMNS} FROM kept WHERE (SELECT count(*) FROM told) >= 0`,
        [id, toJson(message)],
      ),
    list: async (chat, limit) => {
      const { rows } = await database.pool.query<Row>(
        `SELECT * FROM (SELECT ${COLUMNS}, id AS n FROM playground_message WHERE chat = $1 ORDER BY playground_message.id DESC LIMIT $2) newest ORDER BY n`,
        [chat, limit],
      );
      return rows.map(toKept);
    },
  };
}
