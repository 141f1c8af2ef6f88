import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';

/**
 * Attempts that failed before this one, since the owner last queued the job. Those that were lost or released are not
 * failures.
 */
export const countFailedAttempts = statement.value<number, AttemptId>(`
  SELECT count(*)::int FROM job_attempt
  WHERE job_id = :jobId AND number < :number AND outcome = 'FAILED'
    AND number > (SELECT COALESCE(max(attempt), 0) FROM job_event WHERE job_id = :jobId AND type = 'JobQueued')`);
