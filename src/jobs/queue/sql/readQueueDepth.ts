import type { JobPriority } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';
import { type OrderParameters, waitsForOwnJobs } from './queueOrder.ts';
import { isWaitingDuplicate } from './waitingDuplicate.ts';

/** The waiting jobs of one priority. */
export type QueueDepth = {
  priority: JobPriority;
  /** Jobs that could start now. */
  waiting: number;
  /** Jobs that wait for the result of their leader. */
  waitingDuplicates: number;
  /** Jobs whose next attempt may not start yet. */
  waitingForRetry: number;
  /** Jobs that wait for other jobs of their owner, who may run no more at once. */
  waitingForOwnJobs: number;
  /** Milliseconds for which the oldest job that could start has been waiting; null when there is none. */
  oldestWaitMs: number | null;
};

/**
 * Waiting jobs by priority: every priority, the highest first. The newest event of a waiting job is what put it into
 * the queue: it was accepted, retried, or lost its worker; or an attempt failed, and then it has been waiting since the
 * next attempt could start.
 */
export const queueDepth = `
  SELECT level.priority,
         count(job.id) FILTER (WHERE ready)::int AS waiting,
         count(job.id) FILTER (WHERE due AND duplicate)::int AS waiting_duplicates,
         count(job.id) FILTER (WHERE NOT due)::int AS waiting_for_retry,
         count(job.id) FILTER (WHERE own)::int AS waiting_for_own_jobs,
         (extract(epoch FROM now() - min(GREATEST(event.at, job.next_attempt_at)) FILTER (WHERE ready)) * 1000)::float8
           AS oldest_wait_ms
  FROM unnest(enum_range(NULL::job_priority)) AS level (priority)
  LEFT JOIN canvas_job job ON job.priority = level.priority AND job.status = 'QUEUED'
  LEFT JOIN job_event event ON event.job_id = job.id AND event.seq = job.last_seq
  CROSS JOIN LATERAL (
    SELECT COALESCE(job.next_attempt_at <= now(), true) AS due, ${isWaitingDuplicate('job')} AS duplicate,
           ${waitsForOwnJobs('job')} AS own
  ) AS state
  CROSS JOIN LATERAL (SELECT due AND NOT duplicate AND NOT own AS ready) AS turn
  GROUP BY level.priority ORDER BY level.priority DESC`;

/** The waiting jobs of a query of the depth as one row with a column for each priority. */
export function depthByPriority(depth: string): string {
  const column = (priority: JobPriority) =>
    `sum(waiting) FILTER (WHERE priority = '${priority}')::int AS ${priority.toLowerCase()}`;
  const columns = (['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const).map(column);
  return `SELECT ${columns.join(', ')} FROM (${depth}) AS depth`;
}

export const readQueueDepth = statement.rows<QueueDepth, OrderParameters>(queueDepth);
