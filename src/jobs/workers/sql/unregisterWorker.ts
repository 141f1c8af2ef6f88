import { statement } from '../../../database/statement.ts';

/** Records that a worker has stopped. */
export const unregisterWorker = statement.count<{ workerId: string }>(
  'UPDATE worker SET stopped_at = now() WHERE id = :workerId AND stopped_at IS NULL',
);
