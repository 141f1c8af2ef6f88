import type pg from 'pg';
import type { JobStatus } from '../../database/generated/prisma/enums.ts';
import type { Sql } from '../../database/statement.ts';
import { inTransaction } from '../../database/transaction.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { readBudgets } from '../budgets/budgets.ts';
import type { Job } from '../job.ts';
import { enqueue } from '../queue/queueEntries.ts';
import { allows, transitions } from '../transitions.ts';
import { budgetsFor, enforceLimits, type JobLimits } from './jobLimits.ts';
import { advanceRetry } from './sql/advanceRetry.ts';
import { countActiveJobs } from './sql/countActiveJobs.ts';
import { hasVersion } from './sql/hasVersion.ts';
import { lockJob } from './sql/lockJob.ts';
import { lockOwner } from './sql/lockOwner.ts';
import { lockPresentCanvas } from './sql/lockPresentCanvas.ts';
import { requeueJob } from './sql/requeueJob.ts';

/** `ownerId`: whose job it has to be; null: anyone's. */
export type RetryJobInput = { ownerId: string | null; jobId: string };

/**
 * Queues a failed or cancelled job again, with as many attempts as a new one. It keeps its log. A job that waits for
 * its next attempt starts it as soon as it is its turn.
 * @throws NotFoundError, JobStateError (it has completed, kept a partial result, runs, or waits for its first attempt;
 * or its canvas is in the trash), QuotaExceededError, BudgetExceededError, JobsNotAcceptedError
 */
export async function retryJob(pool: pg.Pool, input: RetryJobInput, limits: JobLimits): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const job = await lockJob(tx, input);
    if (job === undefined) throw new NotFoundError('job');
    if (job.status === 'QUEUED') await startWaitingRetry(tx, job);
    else await requeue(tx, job, limits);
  });
}

/** Idempotent. The attempt was accepted with the job: no limit is checked, and it counts as it would have later. */
async function startWaitingRetry(tx: Sql, { id: jobId, status }: Job): Promise<void> {
  const retry = await advanceRetry(tx, { jobId });
  if (retry === undefined) throw new JobStateError(status, refusalOf(status));
  const { isEarlier, nextAttemptAt, ...error } = retry;
  if (isEarlier) {
    const payload = { error, nextAttemptAt: nextAttemptAt.toISOString(), requested: true };
    await appendEvents(tx, jobId, [{ type: 'JobRetryScheduled', payload }]);
  }
  // Also if it may start already: a worker that looked for a job just now has skipped this one, which is locked.
  await enqueue(tx, jobId);
}

async function requeue(tx: Sql, job: Job, limits: JobLimits): Promise<void> {
  const { id: jobId, ownerId, canvasId, status } = job;
  if (!allows(status, 'retry')) throw new JobStateError(status, refusalOf(status));
  if (await hasVersion(tx, { jobId })) throw new JobStateError(status, keptRefusal);
  if (!(await lockPresentCanvas(tx, { canvasId }))) throw new JobStateError(status, trashRefusal);
  // Whoever retries it, the job counts against its owner's quota and budget.
  await lockOwner(tx, { ownerId });
  const [active, budgets] = await Promise.all([
    countActiveJobs(tx, { ownerId }),
    readBudgets(tx, ownerId, budgetsFor(limits, job)),
  ]);
  enforceLimits({ id: ownerId, active, budgets }, limits);
  await requeueJob(tx, { jobId, from: transitions.retry.from, moreAttempts: limits.maxRetries + 1 });
  await appendEvents(tx, jobId, [{ type: 'JobQueued', payload: { retry: true } }]);
  await enqueue(tx, jobId);
}

function refusalOf(status: JobStatus): string {
  switch (status) {
    case 'COMPLETED':
      return 'The job has completed, so there is nothing to retry. Create a new job instead.';
    case 'QUEUED':
      return 'The job is in the queue already, and starts when it is its turn.';
    default:
      return 'An attempt is running. Only jobs that failed, were cancelled, or wait for their next attempt can be retried.';
  }
}

const keptRefusal =
  'The partial result of this cancelled job was kept on the canvas, so it cannot be retried. Create a new job instead.';

const trashRefusal = 'The canvas of this job is in the trash. Restore it first.';
