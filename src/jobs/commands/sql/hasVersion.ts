import { statement } from '../../../database/statement.ts';

/** Whether a job has changed its canvas, which it does once at most: a cancelled one may have kept a partial result. */
export const hasVersion = statement.any<{ jobId: string }>(
  'SELECT 1 FROM canvas_version WHERE job_id = :jobId',
);
