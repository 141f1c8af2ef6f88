import type { JobStatus } from '../../../src/database/generated/prisma/enums.ts';
import { statement } from '../../../src/database/statement.ts';

/** Jobs in one of these states that ended more than that many days ago. */
export type OldJobs = { statuses: readonly JobStatus[]; days: number };

/**
 * Deletes up to `limit` old jobs with their attempts and events, and gives the ids of their canvases.
 *
 * That also updates the objects and versions that refer to the jobs. Like every change of a canvas it locks the canvas
 * first, which prevents deadlocks. Locked rows are left to the next clean-up: a retry or a change of the canvas may be in
 * progress.
 */
export const deleteOldJobs = statement.values<string, OldJobs & { limit: number }>(`
  DELETE FROM canvas_job WHERE id = ANY(ARRAY(
    SELECT job.id FROM canvas_job job JOIN canvas ON canvas.id = job.canvas_id
    WHERE job.status = ANY(:statuses::job_status[]) AND job.finished_at < now() - :days * interval '1 day'
    ORDER BY job.finished_at LIMIT :limit
    FOR UPDATE OF job SKIP LOCKED FOR NO KEY UPDATE OF canvas SKIP LOCKED))
  RETURNING canvas_id`);
