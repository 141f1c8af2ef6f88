import { statement } from '../../../src/database/statement.ts';
import type { AttemptId } from '../../../src/jobs/job.ts';

/** Whether the owner of a job that is to be cancelled keeps its partial result. Holds until the transaction ends. */
export const isPartialWanted = statement.any<AttemptId>(`
  SELECT 1 FROM canvas_job
  WHERE id = :jobId AND attempt = :number AND status = 'CANCELLING' AND keep_partial FOR NO KEY UPDATE`);
