import { setTimeout as delay } from 'node:timers/promises';
import { sqlStateOf } from '../outages/sqlState.ts';
import type { Sql } from '../statement.ts';

/**
 * While a migration waits for the lock of a table, every later statement on that table waits behind it. So it waits for
 * this time only, gives way, and tries again.
 */
const lockTimeout = '2s';
const lockNotAvailable = '55P03';

/** How often a migration is tried, and the pause in milliseconds: seven minutes in all. */
type Retries = { tries?: number; pauseMs?: number };

/** Limits the waits for locks: of the transaction, or of the session. */
export async function limitLockWaits(sql: Sql, scope: 'LOCAL' | 'SESSION' = 'LOCAL'): Promise<void> {
  await sql.query(`SET ${scope} lock_timeout = '${lockTimeout}'`);
}

/** Whether a statement failed because another transaction held a lock that it needed. */
export function isLocked(error: unknown): boolean {
  return sqlStateOf(error) === lockNotAvailable;
}

/**
 * Repeats a migration until it gets its locks.
 * @param onLocked Called before each pause.
 * @throws Error when it never gets them; whatever else `work` throws.
 */
export async function retryWhileLocked(
  work: () => Promise<void>,
  onLocked: () => void,
  { tries = 60, pauseMs = 5_000 }: Retries = {},
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (tried === tries) throw new Error(`${locked}. Nothing was changed: run it again.`, { cause: error });
      onLocked();
      await delay(pauseMs);
    }
  }
}

/** What holds a migration up, and how to find it. */
export const locked =
  'another transaction holds a lock that the migration needs (the oldest: `SELECT pid, xact_start, query FROM ' +
  'pg_stat_activity WHERE xact_start IS NOT NULL ORDER BY 2`)';
