import type pg from 'pg';
import { inTransaction, type Sql } from '../../database/connection.ts';
import { statement } from '../../database/statement.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { jobCancelChannel } from '../../events/listener/channels.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { type Job, jobColumns } from '../job.ts';
import { dequeue } from '../queue/queueEntries.ts';
import { transitions } from '../transitions.ts';

/** `ownerId`: whose job it has to be; null: anyone's. */
export type CancelJobInput = { ownerId: string | null; jobId: string; keepPartial: boolean };

/**
 * Cancels a job: one that waits is cancelled at once; of one that runs the intent is recorded, its worker is
 * told in the same commit, and the worker ends it. Asking again gives the same answer.
 * @throws NotFoundError, JobStateError (it has completed or failed already)
 */
export async function cancelJob(pool: pg.Pool, input: CancelJobInput): Promise<void> {
  await inTransaction(pool, (tx) => cancelJobIn(tx, input));
}

/** The same in the caller's transaction. */
export async function cancelJobIn(tx: Sql, input: CancelJobInput): Promise<void> {
  const job = await lockJob(tx, input.jobId, input.ownerId);
  if (job === undefined) throw new NotFoundError('job');
  switch (job.status) {
    case 'QUEUED':
      return cancelWaiting(tx, job.id);
    case 'PROCESSING':
      return requestCancel(tx, job.id, input.keepPartial);
    case 'CANCELLING':
    case 'CANCELLED':
      return;
    case 'COMPLETED':
    case 'FAILED':
      throw new JobStateError(
        job.status,
        `The job has ${job.status.toLowerCase()} already: nothing is left to cancel.`,
      );
  }
}

/**
 * The job's row, locked against every other change of its state until the transaction ends.
 * @param ownerId Whose job it has to be; null: anyone's.
 */
export function lockJob(tx: Sql, jobId: string, ownerId: string | null): Promise<Job | undefined> {
  return selectLocked(tx, { jobId, ownerId });
}

const selectLocked = statement.optionalRow<Job, { jobId: string; ownerId: string | null }>(`
  SELECT ${jobColumns} FROM canvas_job job
  WHERE id = :jobId AND (:ownerId::uuid IS NULL OR owner_id = :ownerId) FOR NO KEY UPDATE`);

async function cancelWaiting(tx: Sql, jobId: string): Promise<void> {
  await tx.query(
    `UPDATE canvas_job
     SET status = 'CANCELLED', phase = 'DONE', cancel_requested_at = now(), finished_at = now(),
         next_attempt_at = NULL
     WHERE id = $1 AND status = ANY($2::job_status[])`,
    [jobId, transitions.cancelWaiting.from],
  );
  await appendEvents(tx, jobId, [{ type: 'JobCancelled', payload: { keptPartial: false } }]);
  await dequeue(tx, jobId);
}

async function requestCancel(tx: Sql, jobId: string, keepPartial: boolean): Promise<void> {
  await tx.query(
    `UPDATE canvas_job SET status = 'CANCELLING', cancel_requested_at = now(), keep_partial = $3
     WHERE id = $1 AND status = ANY($2::job_status[])`,
    [jobId, transitions.requestCancel.from, keepPartial],
  );
  await appendEvents(tx, jobId, [{ type: 'JobCancelRequested', payload: { keepPartial } }]);
  await tx.query('SELECT pg_notify($1, $2)', [jobCancelChannel, jobId]);
}
