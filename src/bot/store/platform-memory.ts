/** What platforms have handed us, on PostgreSQL. */
import type { PlatformMemory } from '../ports/platform-memory.ts';
import type { Database } from './database.ts';

export function platformMemory({ pool }: Database): PlatformMemory {
  return {
    renew: async (key, work) => {
      const connection = await pool.connect();
      try {
        await connection.query('BEGIN');
        // The row may not be there yet, so the key itself is locked.
        await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('platform_memory/' || $1, 0))`, [key]);
        const { rows } = await connection.query<{ value: string }>('SELECT value FROM platform_memory WHERE key = $1', [
          key,
        ]);
        const value = await work(rows[0]?.value);
        await connection.query(
          'INSERT INTO platform_memory (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value',
          [key, value],
        );
        await connection.query('COMMIT');
        connection.release();
        return value;
      } catch (error) {
        // A connection that cannot take the transaction back is not used again.
        await connection.query('ROLLBACK').then(
          () => connection.release(),
          () => connection.release(true),
        );
        throw error;
      }
    },
  };
}
