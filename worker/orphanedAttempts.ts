import type pg from 'pg';
import { inTransaction } from '../src/database/transaction.ts';
import { recordLostAttempts } from '../src/jobs/recovery/recoverJobs.ts';
import type { Logger } from '../src/log.ts';
import { readOtherAttempts } from './sql/readOtherAttempts.ts';

/**
 * Returns a check that records this worker's orphaned attempts as lost: those that stand in its name but don't run,
 * because the answer to the statement that started them was lost with its connection, or their outcome could not be
 * recorded. An attempt must be found twice in a row, since its start may be under way.
 */
export function createOrphanedAttemptCheck(options: {
  pool: pg.Pool;
  worker: { id: string };
  /** Ids of the jobs whose attempts run in this process. */
  running: () => string[];
  log: Logger;
  /** See `wakeNextOfOwner`. */
  perUser: number | null;
}): () => Promise<void> {
  const { pool, worker, running, log, perUser } = options;
  let suspects = new Set<string>();
  return async () => {
    const found = new Set(await readOtherAttempts(pool, { workerId: worker.id, running: running() }));
    const jobIds = [...found.intersection(suspects)];
    suspects = found;
    if (jobIds.length === 0) return;
    const report = (jobId: string, error: unknown) =>
      log.error({ err: error, jobId }, 'an orphaned attempt could not be recorded as lost');
    await inTransaction(pool, (tx) => recordLostAttempts(tx, worker.id, { jobIds, report, perUser }));
    log.warn({ jobIds }, 'recorded orphaned attempts of this worker as lost');
  };
}
