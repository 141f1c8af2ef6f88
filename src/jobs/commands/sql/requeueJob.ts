import type { JobStatus } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';

export const requeueJob = statement.count<{
  jobId: string;
  from: readonly JobStatus[];
  moreAttempts: number;
}>(`
  UPDATE canvas_job
  SET status = 'QUEUED', phase = 'QUEUED', progress = 0, object_count = 0, max_attempts = attempt + :moreAttempts,
      error_code = NULL, error_message = NULL, error_retryable = NULL, error_suggestions = '{}', warnings = '{}',
      cancel_requested_at = NULL, keep_partial = false, finished_at = NULL, is_leader = false
  WHERE id = :jobId AND status = ANY(:from::job_status[])`);
