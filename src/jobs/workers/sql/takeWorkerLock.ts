import { statement } from '../../../database/statement.ts';

/** Waits for the lock, which the session then holds for as long as it lasts. */
export const takeWorkerLock = statement.count<{ namespace: number; lockKey: number }>(
  'SELECT pg_advisory_lock(:namespace, :lockKey)',
);
