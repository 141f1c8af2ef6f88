import type { Sql } from '../../database/connection.ts';

/**
 * Frees Graphile jobs whose lock belongs to no worker that lives: its process was killed before it had made itself
 * known, or could not let go because the database was away when it stopped. Graphile would wait for four hours.
 * Should the lock's owner live after all, no harm is done: a Graphile job is only permission to start a canvas job.
 * @param olderThanMs Only locks of at least that many milliseconds: a worker makes itself known shortly after its
 * first lock.
 * @returns How many locks were freed.
 */
export async function freeAbandonedLocks(sql: Sql, olderThanMs: number): Promise<number> {
  const { rows } = await sql.query<{ freed: number }>(
    `SELECT count(*)::int AS freed, graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
     FROM graphile_worker.jobs
     WHERE locked_at <= now() - $1 * interval '1 millisecond'
       AND NOT EXISTS (SELECT 1 FROM worker WHERE pool_id = locked_by AND stopped_at IS NULL)
     HAVING count(*) > 0`,
    [olderThanMs],
  );
  return rows[0]?.freed ?? 0;
}
