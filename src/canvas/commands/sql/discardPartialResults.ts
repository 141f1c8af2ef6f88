import { statement } from '../../../database/statement.ts';

export const discardPartialResults = statement.count<{ jobIds: string[] }>(
  'UPDATE canvas_job SET keep_partial = false WHERE id = ANY(:jobIds::uuid[])',
);
