import { statement } from '../../../database/statement.ts';

/**
 * Milliseconds for which the oldest entry of the queue has been ready for a worker; null when none is. That is normal
 * while all slots of the workers are taken.
 */
export const readOldestEntryWait = statement.value<number | null, { task: string }>(`
  SELECT (extract(epoch FROM now() - min(run_at)) * 1000)::float8 FROM graphile_worker.jobs
  WHERE task_identifier = :task AND locked_at IS NULL AND run_at <= now() AND attempts < max_attempts`);
