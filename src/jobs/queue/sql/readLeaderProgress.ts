import type { CanvasJob } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import { fromLeaderOf } from './waitingDuplicate.ts';

/** Progress of the leader that a duplicate waits for: figures alone, since it may be another user's job. */
export type LeaderProgress = Pick<CanvasJob, 'phase' | 'progress' | 'objectCount'>;

/** Progress of the leaders of waiting duplicates. Jobs that wait for no leader are absent. */
export const readLeaderProgress = statement.rows<
  LeaderProgress & { jobId: string },
  { jobIds: readonly string[] }
>(`
  SELECT job.id AS job_id, leader.phase, leader.progress, leader.object_count
  FROM canvas_job job, LATERAL (SELECT leader.* ${fromLeaderOf('job')}) AS leader
  WHERE job.id = ANY(:jobIds::uuid[]) AND job.status = 'QUEUED'`);
