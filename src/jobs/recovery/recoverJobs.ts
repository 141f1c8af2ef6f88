import type pg from 'pg';
import { inTransaction, onlyRow, type Sql } from '../../database/connection.ts';
import type { JobStatus } from '../../database/generated/prisma/enums.ts';
import { inSavepoint } from '../../database/inSavepoint.ts';
import { isUnavailable } from '../../database/isUnavailable.ts';
import { cancelAttempt, failAttempt, releaseAttempt } from '../attempts/endAttempt.ts';
import type { AttemptId } from '../job.ts';
import { workerLockNamespace } from '../workers/registry.ts';

/** Milliseconds that workers get after a restart of PostgreSQL, which frees their locks, to take them again. */
const defaultRelockMs = 5_000;

/** Lost attempts after which a job is given up: it may be what kills the workers. */
const maxLostAttempts = 3;

/**
 * Finds workers that are gone and gives their jobs back to the queue. Any process may run it at any time:
 * whoever comes first does the work, the others skip it.
 * @param relockMs Milliseconds from a start of PostgreSQL in which a worker need not have its lock yet.
 * @param report Called for each attempt that can't be recorded as lost; the next call tries it again.
 * @returns Ids of the workers that were found to be gone, and whose attempts are all recorded.
 */
export async function recoverJobs(
  pool: pg.Pool,
  relockMs = defaultRelockMs,
  report: ReportUnrecorded = () => undefined,
): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    const recovered: string[] = [];
    const { rows } = await tx.query<{ id: string; pool_id: string }>(deadWorkersStatement, [
      workerLockNamespace,
      relockMs,
    ]);
    for (const worker of rows) {
      if (await loseAttemptsOf(tx, worker.id, { report })) recovered.push(worker.id);
      await tx.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1]::text[])', [worker.pool_id]);
      await tx.query('UPDATE worker SET stopped_at = now() WHERE id = $1', [worker.id]);
    }
    return recovered;
  });
}

/** Called for a job whose attempt could not be recorded as lost; it is tried again. */
export type ReportUnrecorded = (jobId: string, error: unknown) => void;

/**
 * Records the running attempts of a worker as lost: all of them, or those of the given jobs.
 * @returns Whether all could be recorded. One that can't keeps no other from it.
 */
export async function loseAttemptsOf(
  tx: Sql,
  workerId: string,
  { jobIds, report = () => undefined }: { jobIds?: string[]; report?: ReportUnrecorded } = {},
): Promise<boolean> {
  const { rows } = await tx.query<{ id: string; attempt: number; status: JobStatus }>(
    `SELECT job.id, job.attempt, job.status FROM canvas_job job
     JOIN job_attempt ON job_attempt.job_id = job.id AND job_attempt.number = job.attempt
     WHERE job_attempt.worker_id = $1 AND job_attempt.outcome IS NULL AND ($2::uuid[] IS NULL OR job.id = ANY($2))
     ORDER BY job.id FOR NO KEY UPDATE OF job`,
    [workerId, jobIds ?? null],
  );
  let isComplete = true;
  for (const job of rows) if (!(await loseAttempt(tx, job, report))) isComplete = false;
  return isComplete;
}

/** A running attempt, and the state of its job. */
export type RunningAttempt = { id: string; attempt: number; status: JobStatus };

/**
 * Records an attempt as lost: its job is queued again, fails, or is cancelled if that was wanted.
 * @returns Whether that could be recorded.
 */
export async function loseAttempt(
  tx: Sql,
  { id, attempt, status }: RunningAttempt,
  report: ReportUnrecorded,
): Promise<boolean> {
  try {
    await inSavepoint(tx, () => recordLoss(tx, { jobId: id, number: attempt }, status));
    return true;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    report(id, error);
    return false;
  }
}

async function recordLoss(tx: Sql, attempt: AttemptId, status: JobStatus): Promise<void> {
  if (status === 'CANCELLING') {
    await cancelAttempt(tx, attempt, { objectCount: 0, usage: null, outcome: 'LOST' });
  } else if ((await lostBefore(tx, attempt)) + 1 >= maxLostAttempts) {
    const message = `The worker was lost ${maxLostAttempts} times while it worked on this job. Ask your administrator to look at its log.`;
    const error = { code: 'WORKER_LOST', message, retryable: false };
    await failAttempt(tx, attempt, { error, usage: null, outcome: 'LOST' });
  } else {
    await releaseAttempt(tx, attempt, 'LOST');
  }
}

/**
 * Attempts lost before this one, since the last that ended by itself and since the owner last queued the job. A
 * released attempt proves nothing: it was given back by a worker that shut down, perhaps right after its start.
 */
async function lostBefore(tx: Sql, attempt: AttemptId): Promise<number> {
  const { rows } = await tx.query<{ lost: number }>(
    `SELECT count(*)::int AS lost FROM job_attempt
     WHERE job_id = $1 AND number < $2 AND outcome = 'LOST'
       AND number > (
         SELECT COALESCE(max(number), 0) FROM job_attempt
         WHERE job_id = $1 AND number < $2 AND outcome NOT IN ('LOST', 'HANDED_BACK'))
       AND number > (SELECT COALESCE(max(attempt), 0) FROM job_event WHERE job_id = $1 AND type = 'JobQueued')`,
    [attempt.jobId, attempt.number],
  );
  return onlyRow(rows).lost;
}

// A worker holds its lock on a connection of its own, so a free lock means that the connection is gone: with a
// heartbeat that is a little old, the process is, too. A process that is stopped or cut off keeps its lock, but
// not its heartbeat. A restart of PostgreSQL frees every lock: that of a worker which has not taken it again since
// says nothing, until it has had the time to. Nor does that of a worker without `locked_at`, which has taken none yet or
// can't: a connection pooler in transaction mode keeps no locks of a session. An attempt in the name of a worker that has stopped, or was given up,
// is run by nobody either: its end could not be written any more, or it was begun by a process that did not know
// yet that it was taken for dead.
const deadWorkersStatement = `
  SELECT id, pool_id FROM worker
  WHERE (stopped_at IS NULL AND (
    heartbeat_at < now() - interval '15 seconds'
    OR (
      heartbeat_at < now() - interval '2 seconds'
      AND locked_at IS NOT NULL
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
