import { statement } from '../../../database/statement.ts';
import type { RunningAttempt } from '../../job.ts';

/** The running attempts of a worker: all of them, or those of the given jobs. */
export const lockAttemptsOfWorker = statement.rows<
  RunningAttempt,
  { workerId: string; jobIds: string[] | null }
>(`
  SELECT job.id, job.attempt, job.status FROM canvas_job job
  JOIN job_attempt ON job_attempt.job_id = job.id AND job_attempt.number = job.attempt
  WHERE job_attempt.worker_id = :workerId AND job_attempt.outcome IS NULL
    AND (:jobIds::uuid[] IS NULL OR job.id = ANY(:jobIds))
  ORDER BY job.id FOR NO KEY UPDATE OF job`);
