import type pg from 'pg';
import type { Sql } from '../../database/statement.ts';
import { inTransaction } from '../../database/transaction.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { notifyCancel } from '../../events/listener/notifyChanges.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { dequeue, wakeSuccessor } from '../queue/queueEntries.ts';
import { transitions } from '../transitions.ts';
import { cancelWaitingJob } from './sql/cancelWaitingJob.ts';
import { lockJob } from './sql/lockJob.ts';
import { requestCancel } from './sql/requestCancel.ts';

/** `ownerId`: whose job it has to be; null: anyone's. `perUser`: see `wakeNextOfOwner`. */
export type CancelJobInput = {
  ownerId: string | null;
  jobId: string;
  keepPartial: boolean;
  perUser: number | null;
};

/**
 * Cancels a job: a waiting one at once; for a running one it records the request and notifies the worker, which ends
 * the attempt. Idempotent.
 * @throws NotFoundError, JobStateError (it has already completed or failed)
 */
export async function cancelJob(pool: pg.Pool, input: CancelJobInput): Promise<void> {
  await inTransaction(pool, (tx) => cancelJobInTransaction(tx, input));
}

/** Does the same in the caller's transaction. */
export async function cancelJobInTransaction(tx: Sql, input: CancelJobInput): Promise<void> {
  const job = await lockJob(tx, input);
  if (job === undefined) throw new NotFoundError('job');
  switch (job.status) {
    case 'QUEUED':
      return cancelWaiting(tx, job.id, input.perUser);
    case 'PROCESSING':
      return cancelRunning(tx, job.id, input.keepPartial);
    case 'CANCELLING':
    case 'CANCELLED':
      return;
    case 'COMPLETED':
    case 'FAILED':
      throw new JobStateError(
        job.status,
        `The job has already ${job.status.toLowerCase()}, so it cannot be cancelled.`,
      );
  }
}

async function cancelWaiting(tx: Sql, jobId: string, perUser: number | null): Promise<void> {
  await cancelWaitingJob(tx, { jobId, from: transitions.cancelWaiting.from });
  await appendEvents(tx, jobId, [{ type: 'JobCancelled', payload: { keptPartial: false } }]);
  await dequeue(tx, jobId, perUser);
  await wakeSuccessor(tx, jobId);
}

async function cancelRunning(tx: Sql, jobId: string, keepPartial: boolean): Promise<void> {
  const { from } = transitions.requestCancel;
  await requestCancel(tx, { jobId, from, keepPartial });
  notifyCancel(tx, jobId);
  await appendEvents(tx, jobId, [{ type: 'JobCancelRequested', payload: { keepPartial } }]);
}
