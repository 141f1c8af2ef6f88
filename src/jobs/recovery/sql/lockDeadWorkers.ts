import { statement } from '../../../database/statement.ts';

/**
 * Workers that are dead. A worker holds its lock on a connection of its own, so a free lock means that the connection
 * is gone; with a heartbeat that is a little old, the process is, too. A process that is stopped or cut off keeps its
 * lock, but not its heartbeat.
 *
 * A free lock proves nothing when the worker has not taken it since PostgreSQL was restarted, until it has had
 * `relockMs` milliseconds to do so; nor when `locked_at` is null: the worker has not taken it yet, or can't, because a
 * connection pooler in transaction mode keeps no locks.
 *
 * A worker that has stopped, or was declared dead, is found again while attempts are recorded as running on it: their
 * outcome could not be written, or a process started them before it knew that it was declared dead. `silentMs`, the
 * time since the last heartbeat, is null then.
 */
export const lockDeadWorkers = statement.rows<
  { id: string; silentMs: number | null },
  { namespace: number; relockMs: number }
>(`
  SELECT id, CASE WHEN stopped_at IS NULL
    THEN extract(epoch FROM clock_timestamp() - heartbeat_at)::float8 * 1000 END AS silent_ms
  FROM worker
  WHERE (stopped_at IS NULL AND (
    heartbeat_at < now() - interval '15 seconds'
    OR (
      heartbeat_at < now() - interval '2 seconds'
      AND locked_at IS NOT NULL
      AND (
        locked_at > pg_postmaster_start_time()
        OR pg_postmaster_start_time() < now() - :relockMs * interval '1 millisecond'
      )
      AND NOT EXISTS (
        SELECT 1 FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND classid = :namespace AND objid = lock_key AND objsubid = 2
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      )
    )
  )) OR (
    stopped_at IS NOT NULL AND id IN (SELECT worker_id FROM job_attempt WHERE outcome IS NULL)
  )
  ORDER BY id FOR UPDATE SKIP LOCKED`);
