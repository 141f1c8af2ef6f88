import type { Sql } from '../../database/connection.ts';

/** Graphile Worker's name of the task that starts the next job of the queue. */
export const runNextJobTask = 'run_next_canvas_job';

/** Key of the Graphile job that stands for a waiting job, so that there is one at most. */
const keyPrefix = 'canvas_job:';
const keyOf = (jobId: string) => `${keyPrefix}${jobId}`;

/**
 * Makes a worker look for a job to start, now or at `runAt`, in the caller's transaction.
 *
 * A Graphile job is permission to run one job; which one that is gets decided when it starts, by the order
 * of `canvas_job` at that time. That keeps priority changes, turns among users and positions exact, and a
 * superfluous wake-up harmless. The job's id in the payload only says what it was added for.
 */
export async function enqueue(sql: Sql, jobId: string, runAt?: Date): Promise<void> {
  await sql.query(
    `SELECT graphile_worker.add_job($1, payload := json_build_object('jobId', $2::text), job_key := $3,
                                    run_at := COALESCE($4::timestamptz, now()))`,
    [runNextJobTask, jobId, keyOf(jobId), runAt ?? null],
  );
}

/** Takes back what `enqueue` added, unless a worker has begun with it. */
export async function dequeue(sql: Sql, jobId: string): Promise<void> {
  await sql.query('SELECT graphile_worker.remove_job($1)', [keyOf(jobId)]);
}

/**
 * Gives every waiting job a wake-up that has none: they are used up during a pause, and one that a worker had
 * taken when it was killed stays locked. A superfluous one does no harm.
 * @param olderThanMs Only jobs that have been waiting for that many milliseconds.
 * @returns How many were missing.
 */
export async function restoreWakeUps(sql: Sql, olderThanMs: number): Promise<number> {
  const { rowCount } = await sql.query(
    wakeWaiting(`GREATEST(created_at, next_attempt_at) <= now() - $3 * interval '1 millisecond'
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE key = $2 || job.id AND locked_at IS NULL)`),
    [runNextJobTask, keyPrefix, olderThanMs],
  );
  return rowCount ?? 0;
}

/** Wakes waiting duplicates: they complete from the cache or start themselves. */
export async function wakeDuplicates(sql: Sql, cacheKey: string): Promise<void> {
  await sql.query(
    wakeWaiting(
      'cache_key = $3 AND finished_at IS NULL AND (next_attempt_at IS NULL OR next_attempt_at <= now())',
    ),
    [runNextJobTask, keyPrefix, cacheKey],
  );
}

/** Adds a wake-up for each waiting job that fits; `$1` is the task and `$2` the prefix of the keys. */
const wakeWaiting = (condition: string) => `
  SELECT graphile_worker.add_job($1, payload := json_build_object('jobId', job.id), job_key := $2 || job.id)
  FROM canvas_job job WHERE status = 'QUEUED' AND ${condition}`;
