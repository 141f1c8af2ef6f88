import { statement } from '../../../database/statement.ts';
import { workerAlive } from '../../workers/sql/workerAlive.ts';

/**
 * Whether jobs are not started although they could be: the queue is not paused, and no worker is alive, or the workers
 * have free slots and neither started nor finished a job within `withinMs` milliseconds.
 */
export const readStall = statement.row<{ workers: number; stalled: boolean }, { withinMs: number }>(`
  SELECT alive.workers,
         paused_at IS NULL AND (alive.workers = 0 OR (
           alive.slots > (SELECT count(*) FROM job_attempt WHERE outcome IS NULL)
           AND NOT EXISTS (SELECT 1 FROM turn WHERE served_at > now() - :withinMs * interval '1 millisecond')
           AND COALESCE((SELECT max(finished_at) FROM canvas_job) < now() - :withinMs * interval '1 millisecond', true)
         )) AS stalled
  FROM queue_control, LATERAL (
    SELECT count(*)::int AS workers, COALESCE(sum(max_concurrent), 0) AS slots FROM worker WHERE ${workerAlive}
  ) AS alive`);
