import type { Sql } from '../../src/database/connection.ts';
import { batchSize } from './batches.ts';

/** Removes up to `batchSize` cached results older than that many hours; gives their number. */
export async function removeExpiredEntries(sql: Sql, hours: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM result_cache WHERE key IN (
       SELECT key FROM result_cache WHERE created_at < now() - $1 * interval '1 hour'
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [hours, batchSize],
  );
  return rowCount ?? 0;
}

/**
 * Removes up to `batchSize` of the cached results beyond `maxEntries`, those first that were not used for the
 * longest time; gives their number.
 */
export async function removeExcessEntries(sql: Sql, maxEntries: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM result_cache WHERE key IN (
       SELECT key FROM result_cache ORDER BY last_used_at
       LIMIT LEAST($2, GREATEST(0, (SELECT count(*) FROM result_cache) - $1)) FOR UPDATE SKIP LOCKED)`,
    [maxEntries, batchSize],
  );
  return rowCount ?? 0;
}
