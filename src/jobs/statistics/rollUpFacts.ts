import type pg from 'pg';
import { inTransaction, type Sql } from '../../database/connection.ts';
import { deleteOldFacts } from './sql/deleteOldFacts.ts';
import { deleteOldHours } from './sql/deleteOldHours.ts';
import { findHourToRollUp } from './sql/findHourToRollUp.ts';
import { rollUpDurations, rollUpSums } from './sql/rollUpHour.ts';

/**
 * Adds up the facts of the oldest whole hour that is not rolled up yet, so that statistics of a month read some
 * thousand rows, however many jobs there were. Only one process may do this at a time.
 *
 * An hour is rolled up ten minutes after its end at the earliest: by then every transaction that began in it has ended,
 * since PostgreSQL ends those that are idle and none takes longer.
 * @returns False when there was none.
 */
export async function rollUpNextHour(pool: pg.Pool): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const next = await findHourToRollUp(tx);
    if (next === undefined) return false;
    await rollUpSums(tx, next);
    await rollUpDurations(tx, next);
    return true;
  });
}

/** Days for which facts and sums are kept: as long as the longest window, and one more. */
const daysKept = 31;

/** Removes up to `limit` facts that are older than every window. @returns Their number. */
export function removeOldFacts(sql: Sql, limit: number): Promise<number> {
  return deleteOldFacts(sql, { days: daysKept, limit });
}

/** Removes the sums of hours, and the samples of the queue, that are older than every window. @returns The number of rows. */
export function removeOldHours(sql: Sql): Promise<number> {
  return deleteOldHours(sql, { days: daysKept });
}
