import type pg from 'pg';
import { inTransaction, type Sql } from '../../database/connection.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { enqueue } from '../queue/queueEntries.ts';
import { allows, transitions } from '../transitions.ts';
import { lockJob } from './cancelJob.ts';
import type { JobLimits } from './createJob.ts';
import { lockOwner, refuseBeyondQuota } from './quota.ts';

/** `ownerId`: whose job it has to be; null: anyone's. */
export type RetryJobInput = { ownerId: string | null; jobId: string };

/**
 * Puts a failed or cancelled job back into the queue, with as many attempts as a new one; its history goes on.
 * @throws NotFoundError, JobStateError (it has completed, kept a part, or is not over; or its canvas is deleted),
 * QuotaExceededError
 */
export async function retryJob(pool: pg.Pool, input: RetryJobInput, limits: JobLimits): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const job = await lockJob(tx, input.jobId, input.ownerId);
    if (job === undefined) throw new NotFoundError('job');
    if (!allows(job.status, 'retry')) throw new JobStateError(job.status, refusal(job.status));
    if (await hasResult(tx, job.id)) throw new JobStateError(job.status, keptRefusal);
    if (await isCanvasDeleted(tx, job.canvasId)) throw new JobStateError(job.status, deletedRefusal);
    // Whoever asks, the job counts against its owner's quota.
    await lockOwner(tx, job.ownerId);
    await refuseBeyondQuota(tx, job.ownerId, limits.maxActivePerUser);
    await requeue(tx, job.id, limits.maxRetries + 1);
    await appendEvents(tx, job.id, [{ type: 'JobQueued', payload: { retry: true } }]);
    await enqueue(tx, job.id);
  });
}

const refusal = (status: string) =>
  status === 'COMPLETED'
    ? 'The job has completed: there is nothing to try again. Create a new job instead.'
    : 'The job is not over yet. Only failed and cancelled jobs can be tried again.';

const keptRefusal =
  'What had been generated when the job was cancelled is on the canvas already. Create a new job instead.';

const deletedRefusal = 'The canvas of this job is in the trash. Restore it first.';

/** Whether the canvas is deleted; if not, it stays so until the transaction ends. */
async function isCanvasDeleted(tx: Sql, canvasId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'SELECT 1 FROM canvas WHERE id = $1 AND deleted_at IS NULL FOR KEY SHARE',
    [canvasId],
  );
  return rowCount === 0;
}

/** Whether the job has changed its canvas, which it does once at most: a cancelled one may have kept a part. */
async function hasResult(tx: Sql, jobId: string): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT 1 FROM canvas_version WHERE job_id = $1', [jobId]);
  return rowCount !== 0;
}

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
