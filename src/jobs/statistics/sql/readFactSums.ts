import type { Sql } from '../../../database/connection.ts';
import type { JobStatus, JobType } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';
import { bucketOf, everyonesFacts, type FactsWindow, ownersFacts, sumFacts } from './facts.ts';

/** Facts of the same kind in one bucket of time, added up. */
export type FactSum = {
  bucket: Date;
  /** QUEUED: the jobs were accepted; else how they ended. */
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

const define = (facts: string) =>
  statement.rows<FactSum, FactsWindow & { bucketMs: number }>(`
  SELECT ${bucketOf('hour')} AS bucket, status, type, planner, error_code,
         sum(jobs)::int AS jobs, sum(tried)::int AS tried, sum(attempts)::int AS attempts,
         sum(retried)::int AS retried, sum(retries)::int AS retries,
         sum(cache_hits)::int AS cache_hits, sum(cache_misses)::int AS cache_misses,
         sum(input_tokens)::float8 AS input_tokens, sum(output_tokens)::float8 AS output_tokens,
         sum(cost_usd) AS cost_usd
  FROM (
    ${sumFacts(bucketOf('at'), facts)}
    UNION ALL
    SELECT * FROM job_fact_hour WHERE hour >= :wholeFrom AND hour < :wholeTo
  ) AS parts
  GROUP BY 1, 2, 3, 4, 5`);

const readOfEveryone = define(everyonesFacts);
const readOfOwner = define(ownersFacts);

/** The facts of a window by kind and by bucket of `bucketMs` milliseconds. */
export function readFactSums(sql: Sql, window: FactsWindow, bucketMs: number): Promise<FactSum[]> {
  const read = window.ownerId === null ? readOfEveryone : readOfOwner;
  return read(sql, { ...window, bucketMs });
}
