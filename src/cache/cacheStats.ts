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

/** Which results are thrown away: the one of a key, those of an age, or all. */
export type Invalidation = { key: string } | { olderThanHours: number } | { all: true };

/** A hundred years: ages beyond what PostgreSQL can reckon with are as good as this one. */
const longestHours = 876_000;

/** @returns How many results were thrown away. */
export async function invalidateCache(sql: Sql, which: Invalidation): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM result_cache
     WHERE $3 OR key = $1 OR created_at < now() - least(greatest($2::float8, 0), ${longestHours}) * interval '1 hour'`,
    [
      'key' in which ? which.key : null,
      'olderThanHours' in which ? which.olderThanHours : null,
      'all' in which,
    ],
  );
  return rowCount ?? 0;
}
