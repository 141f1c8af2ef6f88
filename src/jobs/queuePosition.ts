import { onlyRow, type Sql } from '../database/connection.ts';
import type { JobPriority, JobStatus } from '../database/generated/prisma/enums.ts';

type QueuedJob = { id: string; status: JobStatus; priority: JobPriority; nextAttemptAt: Date | null };

/**
 * Place of a job in the queue, in the order in which `startNextAttempt` takes them.
 * @returns 1 for the next to start; null when the job is not waiting for its turn.
 */
export async function queuePosition(sql: Sql, job: QueuedJob): Promise<number | null> {
  if (job.status !== 'QUEUED' || (job.nextAttemptAt !== null && job.nextAttemptAt > new Date())) return null;
  const { rows } = await sql.query<{ ahead: number }>(
    `SELECT count(*)::int AS ahead FROM canvas_job
     WHERE status = 'QUEUED' AND (next_attempt_at IS NULL OR next_attempt_at <= now())
       AND (priority > $2::job_priority OR (priority = $2::job_priority AND id < $1))`,
    [job.id, job.priority],
  );
  return onlyRow(rows).ahead + 1;
}
