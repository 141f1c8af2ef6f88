import { statement } from '../../../database/statement.ts';

/** Records that a worker holds no lock, because it can't keep one: only its heartbeat counts from now on. */
export const forgetWorkerLock = statement.count<{ workerId: string }>(
  'UPDATE worker SET locked_at = NULL WHERE id = :workerId AND locked_at IS NOT NULL',
);
