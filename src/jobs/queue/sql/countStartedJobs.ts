import { statement } from '../../../database/statement.ts';

/** Jobs that have started and are not finished. */
export const countStartedJobs = statement.row<{ processing: number; cancelling: number }>(`
  SELECT count(*) FILTER (WHERE status = 'PROCESSING')::int AS processing,
         count(*) FILTER (WHERE status = 'CANCELLING')::int AS cancelling
  FROM canvas_job WHERE status IN ('PROCESSING', 'CANCELLING')`);
