import { statement } from '../../../database/statement.ts';

/**
 * Releases Graphile jobs that are locked by no live worker: its process was killed before it was registered, or the
 * database was unavailable when it stopped. Graphile Worker itself would wait for four hours. It does no harm if the
 * lock's owner is alive: a queue entry is only permission to start a job.
 *
 * Only locks of at least `olderThanMs` milliseconds: a worker is registered shortly after its first lock. Gives no row
 * when there are none.
 */
export const releaseOrphanedLocks = statement.optionalRow<{ released: number }, { olderThanMs: number }>(`
  SELECT count(*)::int AS released, graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
  FROM graphile_worker.jobs
  WHERE locked_at <= now() - :olderThanMs * interval '1 millisecond'
    AND NOT EXISTS (SELECT 1 FROM worker WHERE pool_id = locked_by AND stopped_at IS NULL)
  HAVING count(*) > 0`);
