/** The clock that all processes share: the database's. Asked only to find out that one's own is wrong. */
import type { Database } from './database.ts';

/** Milliseconds since 1970. */
export async function sharedNow({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ at: string }>({
    name: 'shared-now',
    text: 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at',
  });
  return Number(rows[0]?.at);
}
