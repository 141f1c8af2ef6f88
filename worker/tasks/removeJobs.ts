import type pg from 'pg';
import { inTransaction, type Sql } from '../../src/database/connection.ts';
import type { JobStatus } from '../../src/database/generated/prisma/enums.ts';

/**
 * Jobs that are removed at a time, with dozens of other rows each. A batch locks the canvases of its jobs for 0.1 s.
 */
export const jobBatchSize = 50;

/** Jobs in one of these states that ended more than `days` ago. */
export type OldJobs = { statuses: readonly JobStatus[]; days: number };

/**
 * Removes up to `size` old jobs with their attempts and events. Their objects stay. A canvas that never got an object
 * is removed with its last job.
 */
export async function removeJobs(
  pool: pg.Pool,
  { statuses, days }: OldJobs,
  size: number,
): Promise<{ jobs: number; canvases: number }> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ canvas_id: string }>(jobsStatement, [statuses, days, size]);
    const canvasIds = [...new Set(rows.map((row) => row.canvas_id))];
    return { jobs: rows.length, canvases: await removeEmptyCanvases(tx, canvasIds) };
  });
}

// Removing a job also updates the objects and versions that refer to it. Like every change of a canvas it locks the
// canvas first, which prevents deadlocks. Locked rows are left to the next clean-up: a retry or a change of the canvas
// may be in progress.
const jobsStatement = `
  DELETE FROM canvas_job WHERE id = ANY(ARRAY(
    SELECT job.id FROM canvas_job job JOIN canvas ON canvas.id = job.canvas_id
    WHERE job.status = ANY($1::job_status[]) AND job.finished_at < now() - $2 * interval '1 day'
    ORDER BY job.finished_at LIMIT $3
    FOR UPDATE OF job SKIP LOCKED FOR NO KEY UPDATE OF canvas SKIP LOCKED))
  RETURNING canvas_id`;

/** Two statements: only after the lock is it certain that no job is being created on the canvas. */
async function removeEmptyCanvases(tx: Sql, canvasIds: string[]): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM canvas WHERE id = ANY($1::uuid[]) AND version = 0 FOR UPDATE SKIP LOCKED',
    [canvasIds],
  );
  const { rowCount } = await tx.query(
    `DELETE FROM canvas WHERE id = ANY($1::uuid[])
       AND NOT EXISTS (SELECT 1 FROM canvas_job job WHERE job.canvas_id = canvas.id)
       AND NOT EXISTS (SELECT 1 FROM canvas_object object WHERE object.canvas_id = canvas.id)`,
    [rows.map(({ id }) => id)],
  );
  return rowCount ?? 0;
}
