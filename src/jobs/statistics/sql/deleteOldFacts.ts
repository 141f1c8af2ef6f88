import { statement } from '../../../database/statement.ts';

export const deleteOldFacts = statement.count<{ days: number; limit: number }>(`
  DELETE FROM job_fact WHERE (job_id, seq) IN (
    SELECT job_id, seq FROM job_fact WHERE at < now() - :days * interval '1 day' ORDER BY at LIMIT :limit)`);
