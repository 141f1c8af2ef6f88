import { statement } from '../../../src/database/statement.ts';
import type { AttemptId, Job } from '../../../src/jobs/job.ts';

/** The status of the job while this is its current attempt. */
export const readAttemptStatus = statement.optionalRow<Pick<Job, 'status'>, AttemptId>(
  'SELECT status FROM canvas_job WHERE id = :jobId AND attempt = :number',
);
