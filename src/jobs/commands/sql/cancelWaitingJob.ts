import type { JobStatus } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';

export const cancelWaitingJob = statement.count<{ jobId: string; from: readonly JobStatus[] }>(`
  UPDATE canvas_job
  SET status = 'CANCELLED', phase = 'DONE', cancel_requested_at = now(), finished_at = now(), next_attempt_at = NULL
  WHERE id = :jobId AND status = ANY(:from::job_status[])`);
