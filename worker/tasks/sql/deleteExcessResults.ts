import { statement } from '../../../src/database/statement.ts';

/**
 * Deletes up to `limit` cached results beyond the `maxEntries` that were used last. The lock is outside the
 * search: inside, rows that OFFSET skips would be locked as well.
 */
export const deleteExcessResults = statement.count<{ maxEntries: number; limit: number }>(`
  DELETE FROM result_cache WHERE key = ANY(ARRAY(
    SELECT key FROM result_cache WHERE key = ANY(ARRAY(
      SELECT key FROM result_cache ORDER BY last_used_at DESC OFFSET :maxEntries LIMIT :limit))
    FOR UPDATE SKIP LOCKED))`);
