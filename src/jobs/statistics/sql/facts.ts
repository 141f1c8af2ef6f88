import { binOf } from './durationBins.ts';

/**
 * The window of `readFactSums` and `readDurations`. It ends now and is exact to the millisecond. Its parts are read from
 * different rows: `from` to `wholeFrom` and `wholeTo` to `to` from the facts themselves; `periodFrom` to `periodTo` from
 * the sums of periods, as long as those are whole buckets; the rest from the sums of hours. One user's figures come
 * from facts alone, since the sums are everyone's.
 */
export type FactsWindow = {
  /** Whose jobs; null: everyone's. */
  ownerId: string | null;
  from: Date;
  to: Date;
  wholeFrom: Date;
  wholeTo: Date;
  /** Length of a period in hours; 0: none is used. */
  periodHours: PeriodHours | 0;
  periodFrom: Date;
  periodTo: Date;
};

/** Lengths of the periods for which sums of hours are added up again, in hours. */
export const periodLengths = [6, 24] as const;
export type PeriodHours = (typeof periodLengths)[number];

/** Conditions for the facts of a window that are not in the sums. Two, so that PostgreSQL plans them separately. */
const outsideWholeHours = '(at >= :from AND at < :wholeFrom OR at >= :wholeTo AND at < :to)';
export const everyonesFacts = `${outsideWholeHours} AND :ownerId::uuid IS NULL`;
export const ownersFacts = `${outsideWholeHours} AND owner_id = :ownerId`;

/** Conditions for the sums of a window. */
export const hoursOfWindow =
  '(hour >= :wholeFrom AND hour < :periodFrom OR hour >= :periodTo AND hour < :wholeTo)';
export const periodsOfWindow = 'hours = :periodHours AND start >= :periodFrom AND start < :periodTo';

/** The bucket of a time, as SQL with the parameter `bucketMs`. Buckets begin on the clock, not with the window. */
export function bucketOf(time: string): string {
  return startOf(":bucketMs * interval '1 millisecond'", time);
}

/** Where a time's interval of this length begins, as SQL. */
export function startOf(length: string, time: string): string {
  return `date_bin(${length}, ${time}, '2000-01-01T00:00:00Z'::timestamptz)`;
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

/** Columns of `job_fact_hour` that are added up, with a null cost where no price is known. */
export const addedUp = `
         sum(jobs)::int AS jobs, sum(tried)::int AS tried, sum(attempts)::int AS attempts,
         sum(retried)::int AS retried, sum(retries)::int AS retries,
         sum(cache_hits)::int AS cache_hits, sum(cache_misses)::int AS cache_misses,
         sum(input_tokens)::float8 AS input_tokens, sum(output_tokens)::float8 AS output_tokens,
         sum(cost_usd) AS cost_usd`;

/** Facts by measure, bin and a time, counted: rows like those of `job_duration_hour`. They are read once. */
export function countDurations(time: string, condition: string): string {
  return `
  SELECT hour, measure, ${binOf('ms')} AS bin, count(*)::int AS jobs
  FROM (SELECT ${time} AS hour, unnest('{wait,run}'::text[]) AS measure, unnest(ARRAY[wait_ms, run_ms]) AS ms
        FROM job_fact WHERE ${condition}) AS duration
  WHERE ms IS NOT NULL GROUP BY 1, 2, 3`;
}
