import type pg from 'pg';
import type { JobPriority } from '../../database/generated/prisma/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { JobStateError, NotFoundError } from '../../errors.ts';
import { notifyJobChange } from '../../events/listener/notifyChanges.ts';
import { lockJob } from './sql/lockJob.ts';
import { updatePriority } from './sql/updatePriority.ts';

/**
 * Changes the priority of a waiting job.
 * @throws NotFoundError, JobStateError (it is running or finished)
 */
export async function setJobPriority(
  pool: pg.Pool,
  { priority, ...which }: { ownerId: string | null; jobId: string; priority: JobPriority },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const job = await lockJob(tx, which);
    if (job === undefined) throw new NotFoundError('job');
    if (job.status !== 'QUEUED') {
      throw new JobStateError(
        job.status,
        'Only the priority of a waiting job can be changed; this one has started.',
      );
    }
    notifyJobChange(tx, await updatePriority(tx, { jobId: job.id, priority }));
  });
}
