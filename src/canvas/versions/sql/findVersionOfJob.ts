import { statement } from '../../../database/statement.ts';

/** The canvas of a job, and the version that the job made; undefined if the job isn't the owner's. */
export const findVersionOfJob = statement.optionalRow<
  { canvasId: string; number: number | null },
  { jobId: string; ownerId: string }
>(`
  SELECT job.canvas_id, version.number FROM canvas_job job
  LEFT JOIN canvas_version version ON version.job_id = job.id
  WHERE job.id = :jobId AND job.owner_id = :ownerId`);
