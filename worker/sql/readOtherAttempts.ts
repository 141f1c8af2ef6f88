import { statement } from '../../src/database/statement.ts';

/** Ids of the jobs that have an unfinished attempt of the worker, besides those that it runs. */
export const readOtherAttempts = statement.values<string, { workerId: string; running: string[] }>(`
  SELECT job_id FROM job_attempt
  WHERE worker_id = :workerId AND outcome IS NULL AND job_id <> ALL(:running::uuid[])`);
