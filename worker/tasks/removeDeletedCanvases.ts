import type { Sql } from '../../src/database/connection.ts';

/** Canvases that are removed at a time, with their objects, versions and jobs: thousands of rows each. */
export const canvasBatchSize = 10;

/**
 * Removes up to `size` canvases for good that were deleted more than `days` ago. Their jobs were cancelled then. A
 * canvas with a job that is still unfinished waits for the next clean-up.
 * @returns How many canvases were removed.
 */
export async function removeDeletedCanvases(sql: Sql, days: number, size: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM canvas WHERE id = ANY(ARRAY(
       SELECT id FROM canvas
       WHERE deleted_at < now() - $1 * interval '1 day'
         AND NOT EXISTS (SELECT 1 FROM canvas_job job WHERE job.canvas_id = canvas.id AND finished_at IS NULL)
       ORDER BY deleted_at LIMIT $2
       FOR UPDATE SKIP LOCKED))`,
    [days, size],
  );
  return rowCount ?? 0;
}
