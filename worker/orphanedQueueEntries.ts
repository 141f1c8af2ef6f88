import type pg from 'pg';
import { inTransaction } from '../src/database/connection.ts';
import { recordLostAttempts } from '../src/jobs/recovery/recoverJobs.ts';
import type { Logger } from '../src/log.ts';

export type StrayWatchOptions = {
  pool: pg.Pool;
  worker: { id: string };
  /** Ids of the jobs that the worker runs right now. */
  running: () => string[];
  log: Logger;
};

/**
 * Gives back attempts that stand in this worker's name but are run by nobody: because the answer to the statement
 * that started them was lost with its connection, or because their outcome could not be recorded. Only those that were found twice in a row, since a
 * start may just be under way.
 */
export function createStrayWatch({ pool, worker, running, log }: StrayWatchOptions): () => Promise<void> {
  let suspects = new Set<string>();
  return async () => {
    const { rows } = await pool.query<{ job_id: string }>(
      'SELECT job_id FROM job_attempt WHERE worker_id = $1 AND outcome IS NULL AND job_id <> ALL($2::uuid[])',
      [worker.id, running()],
    );
    const found = new Set(rows.map((row) => row.job_id));
    const strays = [...found.intersection(suspects)];
    suspects = found;
    if (strays.length === 0) return;
    const report = (jobId: string, error: unknown) =>
      log.error({ err: error, jobId }, 'an attempt that is not run could not be recorded as lost');
    await inTransaction(pool, (tx) => recordLostAttempts(tx, worker.id, { jobIds: strays, report }));
    log.warn({ jobIds: strays }, 'released attempts that stand in the name of this worker but are not run');
  };
}
