import { statement } from '../../../database/statement.ts';
import { bucketOf } from './facts.ts';

/** The most jobs that could be started at a minute of a bucket, by priority; null when nothing was recorded. */
export type QueueHistoryBucket = {
  from: Date;
  urgent: number | null;
  high: number | null;
  normal: number | null;
  low: number | null;
};

/** The buckets of the window of `windowMs` that ends now, oldest first: those of `readJobStats`. */
export const readQueueHistory = statement.rows<QueueHistoryBucket, { windowMs: number; bucketMs: number }>(`
  SELECT GREATEST(bucket, since) AS "from",
         max(urgent) AS urgent, max(high) AS high, max(normal) AS normal, max(low) AS low
  FROM (SELECT date_trunc('milliseconds', now()) - :windowMs * interval '1 millisecond' AS since) AS win,
       LATERAL generate_series(${bucketOf('since')}, now(), :bucketMs * interval '1 millisecond') AS bucket
  LEFT JOIN queue_depth_sample
    ON at >= bucket AND at < bucket + :bucketMs * interval '1 millisecond'
  GROUP BY bucket, since ORDER BY bucket`);
