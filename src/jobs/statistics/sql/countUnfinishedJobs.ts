import type { JobStatus } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';

/** Unfinished jobs by status, whenever they were accepted. */
export const countUnfinishedJobs = statement.rows<
  { status: JobStatus; count: number },
  { ownerId: string | null }
>(`
  SELECT state.status, count(job.id)::int AS count
  FROM unnest('{QUEUED,PROCESSING,CANCELLING}'::job_status[]) AS state (status)
  LEFT JOIN canvas_job job
    ON job.status = state.status AND job.finished_at IS NULL AND (:ownerId::uuid IS NULL OR job.owner_id = :ownerId)
  GROUP BY state.status ORDER BY state.status`);
