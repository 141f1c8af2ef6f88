import { onlyRow, type Sql } from '../../database/connection.ts';
import { workerAlive } from './registry.ts';

/** A worker process, and what it runs. */
export type WorkerInfo = {
  id: string;
  host: string;
  pid: number;
  maxConcurrent: number;
  startedAt: Date;
  heartbeatAt: Date;
  /** Null as long as it was neither stopped nor found dead. */
  stoppedAt: Date | null;
  /** Whether it has been heard of lately. */
  alive: boolean;
};

/**
 * Workers, the newest first.
 * @param gone Whether those that have stopped are given as well; they are known for a week.
 */
export async function readWorkers(sql: Sql, gone: boolean): Promise<WorkerInfo[]> {
  const { rows } = await sql.query<WorkerInfo>(
    `SELECT id, host, pid, max_concurrent AS "maxConcurrent", started_at AS "startedAt",
            heartbeat_at AS "heartbeatAt", stopped_at AS "stoppedAt", ${workerAlive} AS alive
     FROM worker WHERE $1 OR stopped_at IS NULL ORDER BY started_at DESC, id LIMIT $2`,
    [gone, maxListed],
  );
  return rows;
}

/** How many workers are alive. */
export async function countWorkersAlive(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ alive: number }>(
    `SELECT count(*)::int AS alive FROM worker WHERE ${workerAlive}`,
  );
  return onlyRow(rows).alive;
}

/** The same limit as that of a page. */
const maxListed = 100;
