import { statement } from '../../database/statement.ts';

/** How many results there are, and their size in bytes. */
export const readCacheSize = statement.row<{ entries: number; bytes: number }>(
  'SELECT count(*)::int AS entries, COALESCE(sum(bytes), 0)::float8 AS bytes FROM result_cache',
);
