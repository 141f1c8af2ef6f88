import type pg from 'pg';
import { inTransaction } from '../../database/connection.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { readBudgets } from '../budgets/budgets.ts';
import { enqueue } from '../queue/queueEntries.ts';
import { allows, transitions } from '../transitions.ts';
import { budgetsFor, enforceLimits, type JobLimits } from './jobLimits.ts';
import { countActiveJobs } from './sql/countActiveJobs.ts';
import { hasVersion } from './sql/hasVersion.ts';
import { lockJob } from './sql/lockJob.ts';
import { lockOwner } from './sql/lockOwner.ts';
import { lockPresentCanvas } from './sql/lockPresentCanvas.ts';
import { requeueJob } from './sql/requeueJob.ts';

/** `ownerId`: whose job it has to be; null: anyone's. */
export type RetryJobInput = { ownerId: string | null; jobId: string };

/**
 * Queues a failed or cancelled job again, with as many attempts as a new one. It keeps its log.
 * @throws NotFoundError, JobStateError (it has completed, kept a partial result, or is not finished; or its canvas is
 * in the trash), QuotaExceededError, BudgetExceededError, JobsNotAcceptedError
 */
export async function retryJob(pool: pg.Pool, input: RetryJobInput, limits: JobLimits): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const job = await lockJob(tx, input);
    if (job === undefined) throw new NotFoundError('job');
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
  });
}

const refusalOf = (status: string) =>
  status === 'COMPLETED'
    ? 'The job has completed, so there is nothing to retry. Create a new job instead.'
    : 'The job is not finished. Only failed and cancelled jobs can be retried.';

const keptRefusal =
  'The partial result of this cancelled job was kept on the canvas, so it cannot be retried. Create a new job instead.';

const trashRefusal = 'The canvas of this job is in the trash. Restore it first.';
