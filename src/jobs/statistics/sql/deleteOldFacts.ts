import { statement } from '../../../database/statement.ts';

export const deleteOldFacts = statement.count<{ days: number; limit: number }>(`
  DELETE FROM job_fact WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM job_fact WHERE at < now() - :days * interval '1 day' ORDER BY at LIMIT :limit))`);
