import { statement } from '../../../database/statement.ts';

/** Jobs of a user that are not finished. */
export const countActiveJobs = statement.value<number, { ownerId: string }>(
  'SELECT count(*)::int FROM canvas_job WHERE owner_id = :ownerId AND finished_at IS NULL',
);
