import { statement } from '../../../database/statement.ts';

export type NewWorker = { id: string; poolId: string; host: string; pid: number; maxConcurrent: number };

/** Idempotent: the answer of an earlier call may have been lost. */
export const insertWorker = statement.value<string, NewWorker>(`
  INSERT INTO worker (id, pool_id, host, pid, max_concurrent) VALUES (:id, :poolId, :host, :pid, :maxConcurrent)
  ON CONFLICT (id) DO UPDATE SET heartbeat_at = now() RETURNING lock_key`);
