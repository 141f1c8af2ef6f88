import { onlyRow, type Sql } from '../../database/connection.ts';
import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import { type BinCount, binOf } from './statsDurations.ts';

/**
 * Reads the facts of a window, added up. The window ends now and is exact: facts themselves tell about its beginning
 * and about the time since the last roll-up, sums of whole hours about what lies between.
 */
export type FactsWindow = {
  /** Whose jobs; null: everyone's. */
  ownerId: string | null;
  from: Date;
  to: Date;
  /** What is taken from the sums of hours: from here to `wholeTo`. Empty where one person's facts are read. */
  wholeFrom: Date;
  wholeTo: Date;
};

/** Facts of the same kind in one bucket of time, added up. */
export type FactSum = {
  bucket: Date;
  /** QUEUED: they were accepted; else how they ended. */
  status: JobStatus;
  type: JobType;
  /** Empty: none. */
  planner: string;
  /** Empty: none. */
  errorCode: string;
  jobs: number;
  /** Jobs with at least one attempt. */
  tried: number;
  attempts: number;
  /** Jobs with at least one retry. */
  retried: number;
  retries: number;
  cacheHits: number;
  cacheMisses: number;
  inputTokens: number;
  outputTokens: number;
  /** Null when no price is known. */
  costUsd: number | null;
};

const hourMs = 3_600_000;

/** The window of that many milliseconds until now, by the clock of the database. */
export async function factsWindow(sql: Sql, ownerId: string | null, windowMs: number): Promise<FactsWindow> {
  const { rows } = await sql.query<{ now: Date; rolled: Date | null }>(
    "SELECT date_trunc('milliseconds', now()) AS now, (SELECT max(hour) FROM job_fact_hour) AS rolled",
  );
  const { now: to, rolled } = onlyRow(rows);
  const from = new Date(to.getTime() - windowMs);
  const firstWhole = Math.ceil(from.getTime() / hourMs) * hourMs;
  const afterRolled = ownerId === null && rolled !== null ? rolled.getTime() + hourMs : 0;
  const wholeTo = Math.max(firstWhole, afterRolled);
  return { ownerId, from, to, wholeFrom: new Date(firstWhole), wholeTo: new Date(wholeTo) };
}

/** The facts of a window by bucket of time and kind. @param bucketMs Length of a bucket in milliseconds. */
export async function readFactSums(sql: Sql, window: FactsWindow, bucketMs: number): Promise<FactSum[]> {
  const { rows } = await sql.query<FactSum>(sumsStatement(factsIn(window)), [...bounds(window), bucketMs]);
  return rows;
}

export type Measure = 'wait' | 'run';

/** The histograms of a window: bins in ascending order. */
export async function readDurations(
  sql: Sql,
  window: FactsWindow,
): Promise<Record<Measure, readonly BinCount[]>> {
  const { rows } = await sql.query<BinCount & { measure: Measure }>(
    durationsStatement(factsIn(window)),
    bounds(window),
  );
  const of = (measure: Measure) => rows.filter((row) => row.measure === measure);
  return { wait: of('wait'), run: of('run') };
}

/** The parameters `$1` to `$5` of the statements. */
const bounds = ({ from, to, wholeFrom, wholeTo, ownerId }: FactsWindow) => [
  from,
  to,
  wholeFrom,
  wholeTo,
  ownerId,
];

/** Which facts are read as they are. Two texts, so that PostgreSQL plans for one person and for everyone apart. */
const factsIn = ({ ownerId }: FactsWindow) =>
  `(at >= $1 AND at < $3 OR at >= $4 AND at < $2) AND ${ownerId === null ? '$5::uuid IS NULL' : 'owner_id = $5'}`;

/** Columns of `job_fact_hour` besides the hour and the kind, out of facts that are grouped. */
const sumsOfFacts = `
  count(*)::int AS jobs,
  count(*) FILTER (WHERE attempts > 0)::int AS tried,
  sum(attempts)::int AS attempts,
  count(*) FILTER (WHERE retries > 0)::int AS retried,
  sum(retries)::int AS retries,
  count(*) FILTER (WHERE cache_hit)::int AS cache_hits,
  count(*) FILTER (WHERE NOT cache_hit)::int AS cache_misses,
  sum(input_tokens)::bigint AS input_tokens,
  sum(output_tokens)::bigint AS output_tokens,
  sum(cost_usd) AS cost_usd`;

/** Facts by kind and by a time: rows like those of `job_fact_hour`. */
export const sumFacts = (time: string, condition: string): string => `
  SELECT ${time} AS hour, status, type, COALESCE(planner, '') AS planner, COALESCE(error_code, '') AS error_code,
         ${sumsOfFacts}
  FROM job_fact WHERE ${condition} GROUP BY 1, 2, 3, 4, 5`;

/** Facts by measure, bin and a time: rows like those of `job_duration_hour`. */
export const countDurations = (time: string, condition: string): string => `
  SELECT ${time} AS hour, measure, ${binOf('ms')} AS bin, count(*)::int AS jobs
  FROM job_fact, LATERAL (VALUES ('wait', wait_ms), ('run', run_ms)) AS duration (measure, ms)
  WHERE ms IS NOT NULL AND ${condition} GROUP BY 1, 2, 3`;

/** Buckets begin on the clock, not with the window. */
const bucketOf = (time: string) =>
  `date_bin($6 * interval '1 millisecond', ${time}, '2000-01-01T00:00:00Z'::timestamptz)`;

const sumsStatement = (facts: string) => `
  SELECT ${bucketOf('hour')} AS bucket, status, type, planner, error_code AS "errorCode",
         sum(jobs)::int AS jobs, sum(tried)::int AS tried, sum(attempts)::int AS attempts,
         sum(retried)::int AS retried, sum(retries)::int AS retries,
         sum(cache_hits)::int AS "cacheHits", sum(cache_misses)::int AS "cacheMisses",
         sum(input_tokens)::float8 AS "inputTokens", sum(output_tokens)::float8 AS "outputTokens",
         sum(cost_usd) AS "costUsd"
  FROM (
    ${sumFacts(bucketOf('at'), facts)}
    UNION ALL
    SELECT * FROM job_fact_hour WHERE hour >= $3 AND hour < $4
  ) AS parts
  GROUP BY 1, 2, 3, 4, 5`;

const durationsStatement = (facts: string) => `
  SELECT measure, bin, sum(jobs)::int AS jobs
  FROM (
    ${countDurations('NULL::timestamptz', facts)}
    UNION ALL
    SELECT * FROM job_duration_hour WHERE hour >= $3 AND hour < $4
  ) AS parts
  GROUP BY measure, bin ORDER BY measure, bin`;
