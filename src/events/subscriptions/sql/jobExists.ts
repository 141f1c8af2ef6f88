import { statement } from '../../../database/statement.ts';

export const jobExists = statement.any<{ jobId: string }>('SELECT 1 FROM canvas_job WHERE id = :jobId');
