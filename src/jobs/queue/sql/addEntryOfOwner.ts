import { statement } from '../../../database/statement.ts';
import { isWaitingDuplicate } from './waitingDuplicate.ts';

/**
 * Adds an entry for one due job of a job's owner, preferably one that has none. An entry that is there already is
 * written again, so that no worker takes it, and finds nothing to start, before this transaction is committed. A job
 * whose row is locked is being changed; another one is taken instead, to avoid deadlocks.
 */
export const addEntryOfOwner = statement.count<{ task: string; keyPrefix: string; jobId: string }>(`
  SELECT graphile_worker.add_job(:task, payload := json_build_object('jobId', next.id), job_key := :keyPrefix || next.id)
  FROM (
    SELECT id FROM canvas_job job
    WHERE owner_id = (SELECT owner_id FROM canvas_job WHERE id = :jobId) AND id <> :jobId
      AND finished_at IS NULL AND status = 'QUEUED' AND (next_attempt_at IS NULL OR next_attempt_at <= now())
      AND NOT ${isWaitingDuplicate('job')}
    ORDER BY EXISTS (SELECT FROM graphile_worker.jobs WHERE key = :keyPrefix || job.id AND locked_at IS NULL)
    LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  ) AS next`);
