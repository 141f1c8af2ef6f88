import { plainText } from '../../canvas/model/plainText.ts';
import type { Sql } from '../../database/statement.ts';
import { insertWorker, type NewWorker } from './sql/insertWorker.ts';
import { recordWorkerLock } from './sql/recordWorkerLock.ts';
import { takeWorkerLock } from './sql/takeWorkerLock.ts';

/** Namespace of the advisory locks by which workers show that they are connected. */
export const workerLockNamespace = 1_129_464_396;

/**
 * Registers a worker. Idempotent.
 * @returns Key of the advisory lock that the worker has to hold for as long as it is connected.
 */
export async function registerWorker(sql: Sql, worker: NewWorker): Promise<number> {
  const lockKey = await insertWorker(sql, { ...worker, host: plainText(worker.host) });
  return Number(lockKey);
}

/** Takes a worker's advisory lock on the session of `client`, which holds it for as long as it lasts. */
export async function lockWorker(client: Sql, workerId: string, lockKey: number): Promise<void> {
  await takeWorkerLock(client, { namespace: workerLockNamespace, lockKey });
  await recordWorkerLock(client, { workerId });
}
