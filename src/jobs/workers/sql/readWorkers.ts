import type { Worker } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import { workerAlive } from './workerAlive.ts';

/** A worker process. */
export type WorkerInfo = Omit<Worker, 'lockKey' | 'poolId' | 'lockedAt'> & {
  /** Whether it sent a heartbeat lately. */
  alive: boolean;
};

/** The newest first, as many as a page may have. Those that have stopped are kept for a week. */
export const readWorkers = statement.rows<WorkerInfo, { includeStopped: boolean }>(`
  SELECT id, host, pid, max_concurrent, started_at, heartbeat_at, stopped_at, ${workerAlive} AS alive
  FROM worker WHERE :includeStopped OR stopped_at IS NULL ORDER BY started_at DESC, id LIMIT 100`);
