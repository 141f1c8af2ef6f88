import { statement } from '../../database/statement.ts';

export const deleteCachedResult = statement.count<{ key: string }>(
  'DELETE FROM result_cache WHERE key = :key',
);

export const deleteOldCachedResults = statement.count<{ olderThanHours: number }>(
  "DELETE FROM result_cache WHERE created_at < now() - :olderThanHours::float8 * interval '1 hour'",
);

export const deleteAllCachedResults = statement.count('DELETE FROM result_cache');
