import type { Sql } from '../database/connection.ts';

/** Graphile Worker's name of the task that starts the next job of the queue. */
export const runNextJobTask = 'run_next_canvas_job';

/** Key of the Graphile job that stands for a waiting job, so that there is one at most. */
const keyOf = (jobId: string) => `canvas_job:${jobId}`;

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
