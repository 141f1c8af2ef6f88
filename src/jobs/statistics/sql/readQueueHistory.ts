import { statement } from '../../../database/statement.ts';
import type { OrderParameters } from '../../queue/sql/queueOrder.ts';
import { depthByPriority, queueDepth } from '../../queue/sql/readQueueDepth.ts';
import { bucketOf } from './facts.ts';

/**
 * The most jobs that could be started at a minute of a bucket, or now, by priority; null when nothing was recorded.
 */
export type QueueHistoryBucket = {
  from: Date;
  urgent: number | null;
  high: number | null;
  normal: number | null;
  low: number | null;
};

const mostOf = (priority: string) =>
  `GREATEST(max(sample.${priority}), max(current.${priority}) FILTER (WHERE is_last)) AS ${priority}`;

/**
 * The buckets of the window of `windowMs` that ends now, oldest first: those of `readJobStats`. What waits now counts in
 * the last one: the sample of its minute may be older.
 */
export const readQueueHistory = statement.rows<
  QueueHistoryBucket,
  OrderParameters & { windowMs: number; bucketMs: number }
>(`
  SELECT GREATEST(bucket, since) AS "from",
         ${mostOf('urgent')}, ${mostOf('high')}, ${mostOf('normal')}, ${mostOf('low')}
  FROM (SELECT date_trunc('milliseconds', now()) - :windowMs * interval '1 millisecond' AS since) AS win
  CROSS JOIN (${depthByPriority(queueDepth)}) AS current
  CROSS JOIN LATERAL generate_series(${bucketOf('since')}, now(), :bucketMs * interval '1 millisecond') AS bucket
  CROSS JOIN LATERAL (SELECT bucket + :bucketMs * interval '1 millisecond' AS "end") AS bounds
  CROSS JOIN LATERAL (SELECT "end" > now() AS is_last) AS place
  LEFT JOIN queue_depth_sample AS sample ON sample.at >= bucket AND sample.at < "end"
  GROUP BY bucket, since ORDER BY bucket`);
