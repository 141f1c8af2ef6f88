import type { JobStatus, JobType } from '../../../database/generated/prisma/enums.ts';
import type { Sql } from '../../../database/statement.ts';
import { statement } from '../../../database/statement.ts';
import {
  addedUp,
  bucketOf,
  everyonesFacts,
  type FactsWindow,
  hoursOfWindow,
  ownersFacts,
  periodsOfWindow,
  sumFacts,
} from './facts.ts';

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
  SELECT ${bucketOf('hour')} AS bucket, status, type, planner, error_code, ${addedUp}
  FROM (
    ${sumFacts(bucketOf('at'), facts)}
    UNION ALL
    SELECT * FROM job_fact_hour WHERE ${hoursOfWindow}
    UNION ALL
    SELECT start, status, type, planner, error_code, jobs, tried, attempts, retried, retries, cache_hits, cache_misses,
           input_tokens, output_tokens, cost_usd
    FROM job_fact_period WHERE ${periodsOfWindow}
  ) AS parts
  GROUP BY 1, 2, 3, 4, 5`);

const readOfEveryone = define(everyonesFacts);
const readOfOwner = define(ownersFacts);

/** The facts of a window by kind and by bucket of `bucketMs` milliseconds. */
export function readFactSums(sql: Sql, window: FactsWindow, bucketMs: number): Promise<FactSum[]> {
  const read = window.ownerId === null ? readOfEveryone : readOfOwner;
  return read(sql, { ...window, bucketMs });
}
