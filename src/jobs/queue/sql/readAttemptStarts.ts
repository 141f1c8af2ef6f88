import { statement } from '../../../database/statement.ts';

/** When the running attempts of jobs started. */
export const readAttemptStarts = statement.rows<
  { jobId: string; startedAt: Date },
  { jobIds: readonly string[] }
>('SELECT job_id, started_at FROM job_attempt WHERE outcome IS NULL AND job_id = ANY(:jobIds::uuid[])');
