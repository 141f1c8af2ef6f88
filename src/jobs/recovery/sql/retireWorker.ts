import { statement } from '../../../database/statement.ts';

/**
 * Records that a worker was lost, and releases its locks in Graphile Worker. One that has stopped in order before was
 * not lost: it left attempts whose outcome it could not write.
 */
export const retireWorker = statement.count<{ workerId: string }>(`
  UPDATE worker SET stopped_at = now(), lost = lost OR stopped_at IS NULL WHERE id = :workerId
  RETURNING graphile_worker.force_unlock_workers(ARRAY[pool_id])`);
