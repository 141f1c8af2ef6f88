import { binOf } from './durationBins.ts';

/** The window of `readFactSums` and `readDurationCounts`. It ends now and is exact to the millisecond. */
export type FactsWindow = {
  /** Whose jobs; null: everyone's. */
  ownerId: string | null;
  from: Date;
  to: Date;
  /**
   * The part that is read from the sums of whole hours, up to `wholeTo`; the rest is read from the facts themselves.
   * Empty for one user, since the sums are everyone's.
   */
  wholeFrom: Date;
  wholeTo: Date;
};

/** Conditions for the facts of a window that are not in the sums. Two, so that PostgreSQL plans them separately. */
const outsideWholeHours = '(at >= :from AND at < :wholeFrom OR at >= :wholeTo AND at < :to)';
export const everyonesFacts = `${outsideWholeHours} AND :ownerId::uuid IS NULL`;
export const ownersFacts = `${outsideWholeHours} AND owner_id = :ownerId`;

/** The bucket of a time, as SQL with the parameter `bucketMs`. Buckets begin on the clock, not with the window. */
export function bucketOf(time: string): string {
  return `date_bin(:bucketMs * interval '1 millisecond', ${time}, '2000-01-01T00:00:00Z'::timestamptz)`;
}

/** Condition for the facts of the hour that begins at `:hour`. */
export const factsInHour = "at >= :hour AND at < :hour::timestamptz + interval '1 hour'";

/** Facts by kind and by a time, added up: rows like those of `job_fact_hour`. */
export function sumFacts(time: string, condition: string): string {
  return `
  SELECT ${time} AS hour, status, type, COALESCE(planner, '') AS planner, COALESCE(error_code, '') AS error_code,
         count(*)::int AS jobs,
         count(*) FILTER (WHERE attempts > 0)::int AS tried,
         sum(attempts)::int AS attempts,
         count(*) FILTER (WHERE retries > 0)::int AS retried,
         sum(retries)::int AS retries,
         count(*) FILTER (WHERE cache_hit)::int AS cache_hits,
         count(*) FILTER (WHERE NOT cache_hit)::int AS cache_misses,
         sum(input_tokens)::bigint AS input_tokens,
         sum(output_tokens)::bigint AS output_tokens,
         sum(cost_usd) AS cost_usd
  FROM job_fact WHERE ${condition} GROUP BY 1, 2, 3, 4, 5`;
}

/** Facts by measure, bin and a time, counted: rows like those of `job_duration_hour`. */
export function countDurations(time: string, condition: string): string {
  return `
  SELECT ${time} AS hour, measure, ${binOf('ms')} AS bin, count(*)::int AS jobs
  FROM job_fact, LATERAL (VALUES ('wait', wait_ms), ('run', run_ms)) AS duration (measure, ms)
  WHERE ms IS NOT NULL AND ${condition} GROUP BY 1, 2, 3`;
}
