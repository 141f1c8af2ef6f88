import type pg from 'pg';
import { inTransaction, onlyRow, type Sql } from '../database/connection.ts';
import type { JobStatus } from '../database/generated/prisma/enums.ts';
import { cancelAttempt, failAttempt, releaseAttempt } from '../jobs/endAttempt.ts';
import type { AttemptId } from '../jobs/job.ts';
import { workerLockNamespace } from './registry.ts';

/** Milliseconds that workers get after a restart of PostgreSQL, which frees their locks, to take them again. */
const defaultRelockMs = 5_000;

/** Lost attempts after which a job is given up: it may be what kills the workers. */
const maxLostAttempts = 3;

/**
 * Finds workers that are gone and gives their jobs back to the queue. Any process may run it at any time:
 * whoever comes first does the work, the others skip it.
 * @param relockMs Milliseconds from a start of PostgreSQL in which a worker need not have its lock yet.
 * @returns Ids of the workers that were found to be gone.
 */
export async function recoverJobs(pool: pg.Pool, relockMs = defaultRelockMs): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string; pool_id: string }>(deadWorkersStatement, [
      workerLockNamespace,
      relockMs,
    ]);
    for (const worker of rows) {
      await loseAttemptsOf(tx, worker.id);
      await tx.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1]::text[])', [worker.pool_id]);
      await tx.query('UPDATE worker SET stopped_at = now() WHERE id = $1', [worker.id]);
    }
    return rows.map(({ id }) => id);
  });
}

/** Records the running attempts of a worker as lost: all of them, or those of the given jobs. */
export async function loseAttemptsOf(tx: Sql, workerId: string, jobIds?: string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string; attempt: number; status: JobStatus }>(
    `SELECT job.id, job.attempt, job.status FROM canvas_job job
     JOIN job_attempt ON job_attempt.job_id = job.id AND job_attempt.number = job.attempt
     WHERE job_attempt.worker_id = $1 AND job_attempt.outcome IS NULL AND ($2::uuid[] IS NULL OR job.id = ANY($2))
     ORDER BY job.id FOR NO KEY UPDATE OF job`,
    [workerId, jobIds ?? null],
  );
  for (const job of rows) await loseAttempt(tx, { jobId: job.id, number: job.attempt }, job.status);
}

async function loseAttempt(tx: Sql, attempt: AttemptId, status: JobStatus): Promise<void> {
  if (status === 'CANCELLING') {
    await cancelAttempt(tx, attempt, { objectCount: 0, usage: null, outcome: 'LOST' });
  } else if ((await lostInARow(tx, attempt)) + 1 >= maxLostAttempts) {
    const message = `The worker was lost ${maxLostAttempts} times while it worked on this job.`;
    const error = { code: 'WORKER_LOST', message, retryable: false };
    await failAttempt(tx, attempt, { error, usage: null, outcome: 'LOST' });
  } else {
    await releaseAttempt(tx, attempt, 'LOST');
  }
}

/** Attempts lost directly before this one. */
async function lostInARow(tx: Sql, attempt: AttemptId): Promise<number> {
  const { rows } = await tx.query<{ lost: number }>(
    `SELECT count(*)::int AS lost FROM job_attempt
     WHERE job_id = $1 AND number < $2 AND number > COALESCE(
       (SELECT max(number) FROM job_attempt WHERE job_id = $1 AND number < $2 AND outcome <> 'LOST'), 0)`,
    [attempt.jobId, attempt.number],
  );
  return onlyRow(rows).lost;
}

// A worker holds its lock on a connection of its own, so a free lock means that the connection is gone: with a
// heartbeat that is a little old, the process is, too. A process that is stopped or cut off keeps its lock, but
// not its heartbeat. A restart of PostgreSQL frees every lock: that of a worker which has not taken it again since
// says nothing, until it has had the time to. An attempt in the name of a worker that has stopped, or was given up,
// is run by nobody either: its end could not be written any more, or it was begun by a process that did not know
// yet that it was taken for dead.
const deadWorkersStatement = `
  SELECT id, pool_id FROM worker
  WHERE (stopped_at IS NULL AND (
    heartbeat_at < now() - interval '15 seconds'
    OR (
      heartbeat_at < now() - interval '2 seconds'
      AND (
        locked_at > pg_postmaster_start_time()
        OR pg_postmaster_start_time() < now() - $2 * interval '1 millisecond'
      )
      AND NOT EXISTS (
        SELECT 1 FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = lock_key AND objsubid = 2
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      )
    )
  )) OR (
    stopped_at IS NOT NULL AND id IN (SELECT worker_id FROM job_attempt WHERE outcome IS NULL)
  )
  ORDER BY id FOR UPDATE SKIP LOCKED`;
