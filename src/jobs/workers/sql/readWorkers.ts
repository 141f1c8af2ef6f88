import type { Worker } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import { workerAlive } from './workerAlive.ts';

/** A worker process. */
export type WorkerInfo = Omit<Worker, 'lockKey' | 'poolId' | 'lockedAt'> & {
  /** Whether it sent a heartbeat lately. */
  alive: boolean;
};

const columns = `id, host, pid, max_concurrent, started_at, heartbeat_at, stopped_at, lost, ${workerAlive} AS alive`;

/** Those with the ids, in any order. */
export const findWorkers = statement.rows<WorkerInfo, { ids: readonly string[] }>(
  `SELECT ${columns} FROM worker WHERE id = ANY(:ids::uuid[])`,
);

/** The newest first, as many as a page may have. Those that have stopped are kept for a week. */
export const readWorkers = statement.rows<WorkerInfo, { includeStopped: boolean }>(`
  SELECT ${columns} FROM worker WHERE :includeStopped OR stopped_at IS NULL ORDER BY started_at DESC, id LIMIT 100`);
