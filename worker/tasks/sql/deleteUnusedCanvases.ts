import { statement } from '../../../src/database/statement.ts';

/** Deletes those of the canvases that have no jobs and no objects. */
export const deleteUnusedCanvases = statement.count<{ canvasIds: string[] }>(`
  DELETE FROM canvas WHERE id = ANY(:canvasIds::uuid[])
    AND NOT EXISTS (SELECT 1 FROM canvas_job job WHERE job.canvas_id = canvas.id)
    AND NOT EXISTS (SELECT 1 FROM canvas_object object WHERE object.canvas_id = canvas.id)`);
