import { statement } from '../../../database/statement.ts';
import type { JobError } from '../../../events/log/jobEvent.ts';

/** When the next attempt may start, and why the last one failed. `isEarlier`: whether it was to start later. */
type AdvancedRetry = { nextAttemptAt: Date; isEarlier: boolean } & JobError;

/** Lets the next attempt of a job that waits for it start now, unless it may already. The caller has locked the job. */
export const advanceRetry = statement.optionalRow<AdvancedRetry, { jobId: string }>(`
  UPDATE canvas_job job SET next_attempt_at = LEAST(job.next_attempt_at, time.now)
  FROM canvas_job before, LATERAL (SELECT date_trunc('milliseconds', clock_timestamp()) AS now) AS time
  WHERE job.id = :jobId AND before.id = job.id AND job.next_attempt_at IS NOT NULL
  RETURNING job.next_attempt_at, before.next_attempt_at > time.now AS is_earlier,
            job.error_code AS code, job.error_message AS message, job.error_retryable AS retryable`);
