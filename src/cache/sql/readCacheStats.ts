import { statement } from '../../database/statement.ts';

/** Figures of the result cache. Hits and misses count the jobs that the clean-up has not removed yet. */
export type CacheStats = {
  entries: number;
  /** Size of all results together. */
  bytes: number;
  /** Completed jobs that used a cached result. */
  hits: number;
  /** Completed jobs for which there was no cached result. */
  misses: number;
  tokensSaved: number;
  usdSaved: number;
};

export const readCacheStats = statement.row<CacheStats>(`
  SELECT
    (SELECT count(*)::int FROM result_cache) AS entries,
    (SELECT COALESCE(sum(bytes), 0)::float8 FROM result_cache) AS bytes,
    count(*) FILTER (WHERE cache_hit)::int AS hits,
    count(*) FILTER (WHERE NOT cache_hit)::int AS misses,
    COALESCE(sum(saved_tokens), 0)::float8 AS tokens_saved,
    COALESCE(sum(saved_cost_usd), 0) AS usd_saved
  FROM canvas_job WHERE status = 'COMPLETED' AND cache_key IS NOT NULL`);
