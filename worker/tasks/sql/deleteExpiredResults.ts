import { statement } from '../../../src/database/statement.ts';

/** Deletes up to `limit` cached results older than that many hours. */
export const deleteExpiredResults = statement.count<{ hours: number; limit: number }>(`
  DELETE FROM result_cache WHERE key = ANY(ARRAY(
    SELECT key FROM result_cache WHERE created_at < now() - :hours * interval '1 hour'
    ORDER BY created_at LIMIT :limit FOR UPDATE SKIP LOCKED))`);
