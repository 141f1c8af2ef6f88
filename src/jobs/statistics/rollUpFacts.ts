import type pg from 'pg';
import type { Sql } from '../../database/statement.ts';
import { inTransaction } from '../../database/transaction.ts';
import { deleteOldFacts } from './sql/deleteOldFacts.ts';
import { deleteOldHours } from './sql/deleteOldHours.ts';
import { type PeriodHours, periodLengths } from './sql/facts.ts';
import { findHourToRollUp } from './sql/findHourToRollUp.ts';
import { findPeriodToRollUp } from './sql/findPeriodToRollUp.ts';
import { rollUpDurations, rollUpSums } from './sql/rollUpHour.ts';
import { rollUpPeriodDurations, rollUpPeriodSums } from './sql/rollUpPeriod.ts';

/**
 * Rolls up all hours and periods that are over, until `signal` is aborted. Only one process may do this at a time: the
 * clean-up holds a lock.
 */
export async function rollUpFacts(pool: pg.Pool, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await rollUpNextHour(pool)));
  for (const periodHours of periodLengths) {
    while (!signal?.aborted && (await rollUpNextPeriod(pool, periodHours)));
  }
}

/**
 * Adds up the facts of the oldest whole hour that is not rolled up yet.
 *
 * An hour is rolled up ten minutes after its end at the earliest: by then every transaction that began in it has ended,
 * since PostgreSQL ends those that are idle and none takes longer.
 * @returns False when there was none.
 */
async function rollUpNextHour(pool: pg.Pool): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const next = await findHourToRollUp(tx);
    if (next === undefined) return false;
    await rollUpSums(tx, next);
    await rollUpDurations(tx, next);
    return true;
  });
}

/**
 * Adds up the sums of the oldest period that is over, so that statistics of a month read some thousand rows, however
 * many jobs there were.
 * @returns False when there was none.
 */
async function rollUpNextPeriod(pool: pg.Pool, periodHours: PeriodHours): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const next = await findPeriodToRollUp(tx, { periodHours });
    if (next === undefined) return false;
    await rollUpPeriodSums(tx, { periodHours, ...next });
    await rollUpPeriodDurations(tx, { periodHours, ...next });
    return true;
  });
}

/** Days for which facts and sums are kept: as long as the longest window, and one more. */
const daysKept = 31;

/** Removes up to `limit` facts that are older than every window. @returns Their number. */
export function removeOldFacts(sql: Sql, limit: number): Promise<number> {
  return deleteOldFacts(sql, { days: daysKept, limit });
}

/** Removes the sums of hours and periods, and the samples of the queue, that are older than every window. @returns The number of rows. */
export function removeOldHours(sql: Sql): Promise<number> {
  return deleteOldHours(sql, { days: daysKept });
}
