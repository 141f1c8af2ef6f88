import type pg from 'pg';
import type { Logger } from '../../log.ts';
import { type DatabaseAddress, databaseFailure } from '../outages/failure.ts';
import { isUnavailable } from '../outages/isUnavailable.ts';
import { retryWhileUnavailable } from '../outages/retryWhileUnavailable.ts';
import { inTransaction } from '../transaction.ts';
import { refuseNewerDatabase } from './migrationState.ts';

/**
 * Refuses a database that this version cannot work with, now or later.
 * @throws NewerDatabaseError when a newer version has migrated it, and this one can't work with it.
 * @throws Error when it can't be reached, or a connection pooler has no transactions (statement mode).
 */
export async function refuseUnusable(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, refuseNewerDatabase);
}

/**
 * Waits until the database can be used, for as long as it cannot be reached. Each reason is logged once.
 * @throws What else it answers: a wrong password, a newer version's migrations.
 * @throws The reason of `signal` when that is aborted first.
 */
export async function waitUntilUsable(
  pool: pg.Pool,
  address: DatabaseAddress,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  let reported: string | undefined;
  await retryWhileUnavailable(signal, async () => {
    try {
      await refuseUnusable(pool);
    } catch (error) {
      const failure = databaseFailure(address, error);
      if (isUnavailable(error) && failure !== reported) log.warn(`waiting for the database: ${failure}`);
      reported = failure;
      throw error;
    }
  });
  if (reported !== undefined) log.info('the database can be used');
}

/**
 * The same for a service that is useful without its database.
 * @returns Why it can't be used; null when it can, or `signal` is aborted before that is known.
 */
export async function findRefusal(
  pool: pg.Pool,
  address: DatabaseAddress,
  log: Logger,
  signal: AbortSignal,
): Promise<Error | null> {
  try {
    await waitUntilUsable(pool, address, log, signal);
    return null;
  } catch (error) {
    return signal.aborted || !(error instanceof Error) ? null : error;
  }
}
