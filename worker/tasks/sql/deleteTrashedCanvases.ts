import { statement } from '../../../src/database/statement.ts';

/**
 * Deletes for good up to `limit` canvases that were moved to the trash more than that many days ago. Their jobs were
 * cancelled then; a canvas with a job that its worker still holds waits for the next clean-up.
 */
export const deleteTrashedCanvases = statement.count<{ days: number; limit: number }>(`
  DELETE FROM canvas WHERE id = ANY(ARRAY(
    SELECT id FROM canvas
    WHERE deleted_at < now() - :days * interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM canvas_job job WHERE job.canvas_id = canvas.id AND finished_at IS NULL)
    ORDER BY deleted_at LIMIT :limit
    FOR UPDATE SKIP LOCKED))`);
