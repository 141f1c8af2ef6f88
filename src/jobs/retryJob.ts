import type pg from 'pg';
import { inTransaction, type Sql } from '../database/connection.ts';
import { JobStateError, NotFoundError } from '../errors.ts';
import { appendEvents } from '../events/appendEvents.ts';
import { lockJob } from './cancelJob.ts';
import type { JobLimits } from './createJob.ts';
import { enqueue } from './queue.ts';
import { lockOwner, refuseBeyondQuota } from './quota.ts';
import { allows, transitions } from './transitions.ts';

export type RetryJobInput = { ownerId: string; jobId: string };

/**
 * Puts a failed or cancelled job back into the queue, with as many attempts as a new one; its history goes on.
 * @throws NotFoundError, JobStateError (it has completed, or is not over), QuotaExceededError
 */
export async function retryJob(pool: pg.Pool, input: RetryJobInput, limits: JobLimits): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await lockOwner(tx, input.ownerId);
    const job = await lockJob(tx, input.jobId, input.ownerId);
    if (job === undefined) throw new NotFoundError('job');
    if (!allows(job.status, 'retry')) throw new JobStateError(job.status, refusal(job.status));
    await refuseBeyondQuota(tx, input.ownerId, limits.maxActivePerUser);
    await requeue(tx, job.id, limits.maxRetries + 1);
    await appendEvents(tx, job.id, [{ type: 'JobQueued', payload: { retry: true } }]);
    await enqueue(tx, job.id);
  });
}

const refusal = (status: string) =>
  status === 'COMPLETED'
    ? 'The job has completed: there is nothing to try again. Create a new job instead.'
    : 'The job is not over yet. Only failed and cancelled jobs can be tried again.';

async function requeue(tx: Sql, jobId: string, moreAttempts: number): Promise<void> {
  await tx.query(
    `UPDATE canvas_job
     SET status = 'QUEUED', phase = 'QUEUED', progress = 0, object_count = 0, max_attempts = attempt + $3,
         error_code = NULL, error_message = NULL, error_retryable = NULL, warnings = '{}',
         cancel_requested_at = NULL, keep_partial = false, finished_at = NULL
     WHERE id = $1 AND status = ANY($2::job_status[])`,
    [jobId, transitions.retry.from, moreAttempts],
  );
}
