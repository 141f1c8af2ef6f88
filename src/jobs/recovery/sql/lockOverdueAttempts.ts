import { statement } from '../../../database/statement.ts';
import type { RunningAttempt } from '../../job.ts';

/**
 * Attempts that should have ended `graceMs` milliseconds ago. During a restart of PostgreSQL workers could not record
 * anything, so they get that time again.
 */
export const lockOverdueAttempts = statement.rows<RunningAttempt, { graceMs: number }>(`
  SELECT job.id, job.attempt, job.status
  FROM job_attempt JOIN canvas_job job ON job.id = job_attempt.job_id AND job.attempt = job_attempt.number
  WHERE job_attempt.outcome IS NULL
    AND pg_postmaster_start_time() < now() - :graceMs * interval '1 millisecond'
    AND (job_attempt.deadline_at < now() - :graceMs * interval '1 millisecond'
      OR (job.status = 'CANCELLING' AND job.cancel_requested_at < now() - :graceMs * interval '1 millisecond'))
  ORDER BY job.id FOR NO KEY UPDATE OF job SKIP LOCKED`);
