import type { JobStatus } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';

/** Records the request. */
export const requestCancel = statement.count<{
  jobId: string;
  from: readonly JobStatus[];
  keepPartial: boolean;
}>(`
  UPDATE canvas_job SET status = 'CANCELLING', cancel_requested_at = now(), keep_partial = :keepPartial
  WHERE id = :jobId AND status = ANY(:from::job_status[])`);
