import type pg from 'pg';
import { inTransaction } from '../../database/connection.ts';
import type { JobPriority } from '../../database/generated/prisma/enums.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { jobEventChannel, jobEventPayloadSql } from '../../events/listener/channels.ts';
import { lockJob } from './cancelJob.ts';

/**
 * Changes the priority of a job that has not started yet, or waits for another attempt.
 * @throws NotFoundError, JobStateError (it runs or is over)
 */
export async function setJobPriority(
  pool: pg.Pool,
  input: { ownerId: string | null; jobId: string; priority: JobPriority },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const job = await lockJob(tx, input.jobId, input.ownerId);
    if (job === undefined) throw new NotFoundError('job');
    if (job.status !== 'QUEUED') {
      throw new JobStateError(
        job.status,
        'Only the priority of a waiting job can be changed; this one has started.',
      );
    }
    // No event of the log, but lists show it.
    await tx.query(
      `WITH job AS (UPDATE canvas_job SET priority = $2 WHERE id = $1 RETURNING *)
       SELECT pg_notify($3, ${jobEventPayloadSql}) FROM job`,
      [job.id, input.priority, jobEventChannel],
    );
  });
}
