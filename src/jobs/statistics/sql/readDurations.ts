import type { Sql } from '../../../database/statement.ts';
import { statement } from '../../../database/statement.ts';
import {
  bucketOf,
  countDurations,
  everyonesFacts,
  type FactsWindow,
  hoursOfWindow,
  ownersFacts,
  periodsOfWindow,
} from './facts.ts';

/** The bins that half, 95 % and 99 % of the jobs of a bucket did not exceed, by nearest rank. */
export type DurationBins = {
  /** Null: of the whole window. */
  bucket: Date | null;
  measure: 'wait' | 'run';
  p50: number;
  p95: number;
  p99: number;
};

/** The bin of the job that has this rank among all. */
const binAt = (share: number) => `min(bin) FILTER (WHERE seen >= ceil(total * ${share}::float8))`;

/** The parts are materialized because PostgreSQL would start parallel workers for so few rows, which takes longer. */
const define = (facts: string) =>
  statement.rows<DurationBins, FactsWindow & { bucketMs: number }>(`
  WITH facts AS MATERIALIZED (${countDurations(bucketOf('at'), facts)}),
  hours AS MATERIALIZED (SELECT hour, measure, bin, jobs FROM job_duration_hour WHERE ${hoursOfWindow}),
  periods AS MATERIALIZED (SELECT start, measure, bin, jobs FROM job_duration_period WHERE ${periodsOfWindow}),
  histogram AS (
    SELECT ${bucketOf('hour')} AS bucket, measure, bin, sum(jobs)::int AS jobs
    FROM (TABLE facts UNION ALL TABLE hours UNION ALL TABLE periods) AS parts GROUP BY 1, 2, 3
  ), histograms AS (
    SELECT bucket, measure, bin, jobs FROM histogram
    UNION ALL
    SELECT NULL, measure, bin, sum(jobs)::int FROM histogram GROUP BY measure, bin
  ), ranked AS (
    SELECT bucket, measure, bin,
           sum(jobs) OVER (PARTITION BY bucket, measure ORDER BY bin) AS seen,
           sum(jobs) OVER (PARTITION BY bucket, measure) AS total
    FROM histograms
  )
  SELECT bucket, measure, ${binAt(0.5)} AS p50, ${binAt(0.95)} AS p95, ${binAt(0.99)} AS p99
  FROM ranked GROUP BY bucket, measure`);

const readOfEveryone = define(everyonesFacts);
const readOfOwner = define(ownersFacts);

/** The durations of a window, and of each of its buckets of `bucketMs` milliseconds that has any. */
export function readDurations(sql: Sql, window: FactsWindow, bucketMs: number): Promise<DurationBins[]> {
  const read = window.ownerId === null ? readOfEveryone : readOfOwner;
  return read(sql, { ...window, bucketMs });
}
