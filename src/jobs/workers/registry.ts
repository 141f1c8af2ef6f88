import { plainText } from '../../canvas/model/plainText.ts';
import { onlyRow, type Sql } from '../../database/connection.ts';

/** Namespace of the advisory locks by which workers show that they are connected. */
export const workerLockNamespace = 1_129_464_396;

/** Whether the process in `worker` has been heard of lately, as SQL. */
export const workerAlive = "(stopped_at IS NULL AND heartbeat_at > now() - interval '15 seconds')";

export type NewWorker = { id: string; poolId: string; host: string; pid: number; maxConcurrent: number };

/**
 * Makes a worker known. Idempotent: the answer of the first time may have been lost.
 * @returns Key of the advisory lock that it has to hold for as long as it is connected.
 */
export async function registerWorker(sql: Sql, worker: NewWorker): Promise<number> {
  const { rows } = await sql.query<{ lock_key: string }>(
    `INSERT INTO worker (id, pool_id, host, pid, max_concurrent) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET heartbeat_at = now() RETURNING lock_key`,
    [worker.id, worker.poolId, plainText(worker.host), worker.pid, worker.maxConcurrent],
  );
  return Number(onlyRow(rows).lock_key);
}

/** Takes a worker's advisory lock on the session of `client`, which holds it for as long as it lasts. */
export async function lockWorker(client: Sql, workerId: string, lockKey: number): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1, $2)', [workerLockNamespace, lockKey]);
  await client.query('UPDATE worker SET locked_at = now() WHERE id = $1', [workerId]);
}

/** A worker goes on without its lock, where it can't hold one: only its heartbeat counts from now on. */
export async function forgoLock(sql: Sql, workerId: string): Promise<void> {
  await sql.query('UPDATE worker SET locked_at = NULL WHERE id = $1 AND locked_at IS NOT NULL', [workerId]);
}

/**
 * A worker's sign of life.
 * @returns False when the worker has been declared dead: its jobs run elsewhere, and it has to stop.
 */
export async function beat(sql: Sql, workerId: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    'UPDATE worker SET heartbeat_at = now() WHERE id = $1 AND stopped_at IS NULL',
    [workerId],
  );
  return rowCount === 1;
}

/** A worker's farewell: it runs nothing any more. */
export async function unregisterWorker(sql: Sql, workerId: string): Promise<void> {
  await sql.query('UPDATE worker SET stopped_at = now() WHERE id = $1 AND stopped_at IS NULL', [workerId]);
}
