import { statement } from '../../../database/statement.ts';
import { addEntriesOfWaiting } from './addEntriesOfWaiting.ts';
import { type OrderParameters, waitsForOwnJobs } from './queueOrder.ts';
import { isWaitingDuplicate } from './waitingDuplicate.ts';

export const addMissingEntries = statement.count<
  OrderParameters & { task: string; keyPrefix: string; olderThanMs: number }
>(
  addEntriesOfWaiting(`
    GREATEST(created_at, next_attempt_at) <= now() - :olderThanMs * interval '1 millisecond'
    AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE key = :keyPrefix || job.id AND locked_at IS NULL)
    AND NOT ${isWaitingDuplicate('job')} AND NOT ${waitsForOwnJobs('job')}`),
);
