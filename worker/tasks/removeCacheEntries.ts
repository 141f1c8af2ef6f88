import type { Sql } from '../../src/database/connection.ts';

/** Removes up to `size` cached results that are older than `hours`. @returns How many. */
export async function removeExpiredEntries(sql: Sql, hours: number, size: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM result_cache WHERE key = ANY(ARRAY(
       SELECT key FROM result_cache WHERE created_at < now() - $1 * interval '1 hour'
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [hours, size],
  );
  return rowCount ?? 0;
}

/** Removes up to `size` cached results beyond the `maxEntries` most recently used ones. @returns How many. */
export async function removeExcessEntries(sql: Sql, maxEntries: number, size: number): Promise<number> {
  // The lock is outside the search: inside, rows that OFFSET skips would be locked as well.
  const { rowCount } = await sql.query(
    `DELETE FROM result_cache WHERE key = ANY(ARRAY(
       SELECT key FROM result_cache WHERE key = ANY(ARRAY(
         SELECT key FROM result_cache ORDER BY last_used_at DESC OFFSET $1 LIMIT $2))
       FOR UPDATE SKIP LOCKED))`,
    [maxEntries, size],
  );
  return rowCount ?? 0;
}
