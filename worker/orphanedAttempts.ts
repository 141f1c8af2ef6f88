import type pg from 'pg';
import { inTransaction } from '../src/database/connection.ts';
import { statement } from '../src/database/statement.ts';
import { recordLostAttempts } from '../src/jobs/recovery/recoverJobs.ts';
import type { Logger } from '../src/log.ts';

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
}): () => Promise<void> {
  const { pool, worker, running, log } = options;
  let suspects = new Set<string>();
  return async () => {
    const rows = await readOtherAttempts(pool, { workerId: worker.id, running: running() });
    const found = new Set(rows.map(({ jobId }) => jobId));
    const jobIds = [...found.intersection(suspects)];
    suspects = found;
    if (jobIds.length === 0) return;
    const report = (jobId: string, error: unknown) =>
      log.error({ err: error, jobId }, 'an orphaned attempt could not be recorded as lost');
    await inTransaction(pool, (tx) => recordLostAttempts(tx, worker.id, { jobIds, report }));
    log.warn({ jobIds }, 'recorded orphaned attempts of this worker as lost');
  };
}

/** Unfinished attempts of the worker at other jobs than those that it runs. */
const readOtherAttempts = statement.rows<{ jobId: string }, { workerId: string; running: string[] }>(`
  SELECT job_id FROM job_attempt
  WHERE worker_id = :workerId AND outcome IS NULL AND job_id <> ALL(:running::uuid[])`);
