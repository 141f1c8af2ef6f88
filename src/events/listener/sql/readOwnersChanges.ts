import { statement } from '../../../database/statement.ts';
import { type JobChange, jobChangeColumns } from './jobChange.ts';

/**
 * The owners' jobs that have had events within the last `reachMs` milliseconds.
 *
 * Two halves, each with an index of its own: unfinished jobs, and those that ended lately. `now()`, since no index can
 * be used with a value that changes within the statement.
 */
export const readOwnersChanges = statement.rows<JobChange, { ownerIds: string[]; reachMs: number }>(`
  SELECT ${jobChangeColumns}
  FROM canvas_job job JOIN job_event event ON event.job_id = job.id AND event.seq = job.last_seq
  WHERE job.owner_id = ANY(:ownerIds::uuid[]) AND job.finished_at IS NULL
    AND event.at > now() - :reachMs * interval '1 millisecond'
  UNION ALL
  SELECT ${jobChangeColumns} FROM canvas_job job
  WHERE job.owner_id = ANY(:ownerIds::uuid[]) AND job.finished_at > now() - :reachMs * interval '1 millisecond'`);
