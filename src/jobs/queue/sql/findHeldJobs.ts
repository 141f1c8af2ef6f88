import { statement } from '../../../database/statement.ts';
import { type OrderParameters, waitsForOwnJobs } from './queueOrder.ts';

/** Which of the given jobs wait for other jobs of their owner. */
export const findHeldJobs = statement.values<string, OrderParameters & { jobIds: readonly string[] }>(
  `SELECT id FROM canvas_job job WHERE id = ANY(:jobIds::uuid[]) AND ${waitsForOwnJobs('job')}`,
);
