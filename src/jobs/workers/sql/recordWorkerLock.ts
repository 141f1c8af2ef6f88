import { statement } from '../../../database/statement.ts';

export const recordWorkerLock = statement.count<{ workerId: string }>(
  'UPDATE worker SET locked_at = now() WHERE id = :workerId',
);
