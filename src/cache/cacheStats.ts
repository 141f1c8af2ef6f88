import { onlyRow, type Sql } from '../database/connection.ts';

/** Figures of the result cache. Hits and misses are those of the jobs that have not been cleaned up yet. */
export type CacheStats = {
  entries: number;
  /** Size of all results together. */
  bytes: number;
  /** Completed jobs that used the result of another one. */
  hits: number;
  /** Completed jobs that would have used one, and found none. */
  misses: number;
  tokensSaved: number;
  usdSaved: number;
};

export async function readCacheStats(sql: Sql): Promise<CacheStats> {
  const { rows } = await sql.query<CacheStats>(`
    SELECT
      (SELECT count(*)::int FROM result_cache) AS entries,
      (SELECT COALESCE(sum(bytes), 0)::float8 FROM result_cache) AS bytes,
      count(*) FILTER (WHERE cache_hit)::int AS hits,
      count(*) FILTER (WHERE NOT cache_hit)::int AS misses,
      COALESCE(sum(saved_tokens), 0)::float8 AS "tokensSaved",
      COALESCE(sum(saved_cost_usd), 0) AS "usdSaved"
    FROM canvas_job WHERE status = 'COMPLETED' AND cache_key IS NOT NULL`);
  return onlyRow(rows);
}
