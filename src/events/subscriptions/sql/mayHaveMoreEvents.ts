import { statement } from '../../../database/statement.ts';

/** Whether events can follow the cursor: the job exists, and is unfinished or has newer events. */
export const mayHaveMoreEvents = statement.any<{ jobId: string; cursor: number }>(
  'SELECT 1 FROM canvas_job WHERE id = :jobId AND (finished_at IS NULL OR last_seq > :cursor)',
);
