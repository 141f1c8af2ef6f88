import type pg from 'pg';
import { inTransaction } from './connection.ts';
import { NewerDatabaseError, refuseNewerDatabase } from './migrationState.ts';
import { patiently } from './patiently.ts';

/**
 * Refuses a database that this version cannot work with, however long it waits.
 * @throws NewerDatabaseError when a newer version has migrated it.
 * @throws Error when it can't be reached, or a connection pooler has no transactions (statement mode).
 */
export async function refuseUnusable(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, refuseNewerDatabase);
}

/**
 * The same for a service that starts without its database: looks as soon as that can be reached.
 * @returns Why it can't be used; null when it can, or `signal` is aborted before that is known.
 */
export async function findRefusal(pool: pg.Pool, signal: AbortSignal): Promise<Error | null> {
  try {
    await patiently(signal, () => refuseUnusable(pool));
    return null;
  } catch (error) {
    if (error instanceof NewerDatabaseError || isStatementMode(error)) return error;
    return null; // a wrong password may be put right while the service runs; until then `/ready` reports it
  }
}

/** A pooler that gives every statement another session, while each change here is more than one statement. */
function isStatementMode(error: unknown): error is Error {
  return error instanceof Error && error.message.includes('statement pooling mode');
}
