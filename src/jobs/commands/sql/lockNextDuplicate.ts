import { statement } from '../../../database/statement.ts';

/**
 * Locks the next job that waits for the result of a cache key, on a canvas that is still empty. Locked jobs are skipped:
 * they are being started or cancelled; so are locked canvases, which are being edited.
 */
export const lockNextDuplicate = statement.optionalRow<
  { id: string; canvasId: string; createdAt: Date },
  { cacheKey: string }
>(`
  SELECT job.id, job.canvas_id, job.created_at
  FROM canvas_job job JOIN canvas ON canvas.id = job.canvas_id
  WHERE job.cache_key = :cacheKey AND job.status = 'QUEUED' AND job.finished_at IS NULL AND NOT job.is_leader
    AND job.type = 'CREATE_CANVAS' AND job.next_attempt_at IS NULL AND canvas.version = 0
    AND NOT EXISTS (SELECT 1 FROM queue_control WHERE paused_at IS NOT NULL)
  ORDER BY job.created_at, job.id LIMIT 1 FOR NO KEY UPDATE OF job, canvas SKIP LOCKED`);
