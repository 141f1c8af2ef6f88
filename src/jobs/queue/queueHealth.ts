import type { Sql } from '../../database/connection.ts';
import type { JobPriority } from '../../database/generated/prisma/enums.ts';

/** What waits with one priority. */
export type QueueDepth = {
  priority: JobPriority;
  /** Jobs that could start now. */
  waiting: number;
  /** Jobs whose next attempt may not start yet. */
  waitingForRetry: number;
  /** Milliseconds for which the oldest of those that could start has been waiting; null when there is none. */
  oldestWaitMs: number | null;
};

/** What waits, by priority: all of them, the first to start first. */
export async function readQueueDepth(sql: Sql): Promise<QueueDepth[]> {
  const { rows } = await sql.query<QueueDepth>(depthStatement);
  return rows;
}

// The newest event of a waiting job is what put it into the queue: it was accepted, put back, or lost its worker; or
// an attempt failed, and then it has been waiting since the next one could start.
const depthStatement = `
  SELECT level.priority,
         count(job.id) FILTER (WHERE ready)::int AS waiting,
         count(job.id) FILTER (WHERE NOT ready)::int AS "waitingForRetry",
         (extract(epoch FROM now() - min(GREATEST(event.at, job.next_attempt_at)) FILTER (WHERE ready)) * 1000)::float8
           AS "oldestWaitMs"
  FROM unnest(enum_range(NULL::job_priority)) AS level (priority)
  LEFT JOIN canvas_job job ON job.priority = level.priority AND job.status = 'QUEUED'
  LEFT JOIN job_event event ON event.job_id = job.id AND event.seq = job.last_seq
  CROSS JOIN LATERAL (SELECT COALESCE(job.next_attempt_at <= now(), true) AS ready) AS turn
  GROUP BY level.priority ORDER BY level.priority DESC`;

/** Jobs that have started and are not over. */
export async function countRunning(sql: Sql): Promise<{ processing: number; cancelling: number }> {
  const { rows } = await sql.query<{ processing: number; cancelling: number }>(
    `SELECT count(*) FILTER (WHERE status = 'PROCESSING')::int AS processing,
            count(*) FILTER (WHERE status = 'CANCELLING')::int AS cancelling
     FROM canvas_job WHERE status IN ('PROCESSING', 'CANCELLING')`,
  );
  return rows[0] ?? { processing: 0, cancelling: 0 };
}
