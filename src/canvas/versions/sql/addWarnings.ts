import { statement } from '../../../database/statement.ts';

export const addWarnings = statement.count<{ jobId: string; warnings: string[] }>(
  'UPDATE canvas_job SET warnings = warnings || :warnings::text[] WHERE id = :jobId',
);
