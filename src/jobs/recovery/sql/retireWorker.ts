import { statement } from '../../../database/statement.ts';

/** Records that a worker has stopped, and releases its locks in Graphile Worker. */
export const retireWorker = statement.count<{ workerId: string }>(`
  UPDATE worker SET stopped_at = now() WHERE id = :workerId
  RETURNING graphile_worker.force_unlock_workers(ARRAY[pool_id])`);
