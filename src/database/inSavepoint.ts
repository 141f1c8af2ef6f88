import type { Sql } from './connection.ts';

/**
 * Runs `work` within a transaction so that only its own statements are rolled back when it throws, or when a deferred
 * constraint refuses what it did.
 */
export async function inSavepoint(tx: Sql, work: () => Promise<unknown>): Promise<void> {
  await tx.query('SAVEPOINT part');
  try {
    await work();
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await tx.query('SET CONSTRAINTS ALL DEFERRED');
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT part');
    throw error;
  }
  await tx.query('RELEASE SAVEPOINT part');
}
