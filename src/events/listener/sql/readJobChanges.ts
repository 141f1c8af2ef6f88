import { statement } from '../../../database/statement.ts';
import { type JobChange, jobChangeColumns } from './jobChange.ts';

/** How far the logs of these jobs have got; those that are removed are left out. */
export const readJobChanges = statement.rows<JobChange, { jobIds: string[] }>(
  `SELECT ${jobChangeColumns} FROM canvas_job job WHERE id = ANY(:jobIds::uuid[])`,
);
