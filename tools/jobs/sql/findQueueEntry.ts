import { statement } from '../../../src/database/statement.ts';

/** The entry of the queue that was added for a job. */
export type QueueEntry = {
  runAt: Date;
  lockedAt: Date | null;
  lockedBy: string | null;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
};

export const findQueueEntry = statement.optionalRow<QueueEntry, { key: string }>(`
  SELECT jobs.run_at, jobs.locked_at, jobs.locked_by, jobs.attempts::int, jobs.max_attempts::int, private.last_error
  FROM graphile_worker.jobs JOIN graphile_worker._private_jobs AS private USING (id) WHERE jobs.key = :key`);
