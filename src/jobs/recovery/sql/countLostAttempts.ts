import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';

/**
 * Attempts lost before this one, since the last that ended by itself and since the owner last queued the job. A
 * released attempt proves nothing: it was given back by a worker that shut down, perhaps right after its start.
 */
export const countLostAttempts = statement.value<number, AttemptId>(`
  SELECT count(*)::int FROM job_attempt
  WHERE job_id = :jobId AND number < :number AND outcome = 'LOST'
    AND number > (
      SELECT COALESCE(max(number), 0) FROM job_attempt
      WHERE job_id = :jobId AND number < :number AND outcome NOT IN ('LOST', 'HANDED_BACK'))
    AND number > (SELECT COALESCE(max(attempt), 0) FROM job_event WHERE job_id = :jobId AND type = 'JobQueued')`);
