import type pg from 'pg';
import { inTransaction, type Sql } from '../../database/connection.ts';
import { countDurations, sumFacts } from './statsFacts.ts';

/**
 * Adds up the facts of the oldest whole hour that was not added up yet, so that statistics of a month read some
 * thousand rows, however many jobs there were. Only one process may do this at a time.
 *
 * An hour is left alone until ten minutes after its end: by then every transaction that began in it has ended, for
 * PostgreSQL ends those that idle, and none of them takes longer.
 * @returns False when there was none.
 */
export async function rollUpNextHour(pool: pg.Pool): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const hour = await nextHour(tx);
    if (hour === null) return false;
    const whole = "at >= $1 AND at < $1::timestamptz + interval '1 hour'";
    const values = [hour];
    await tx.query(`INSERT INTO job_fact_hour ${sumFacts('$1::timestamptz', whole)}`, values);
    await tx.query(`INSERT INTO job_duration_hour ${countDurations('$1::timestamptz', whole)}`, values);
    return true;
  });
}

async function nextHour(tx: Sql): Promise<Date | null> {
  const { rows } = await tx.query<{ hour: Date }>(`
    SELECT hour FROM (
      SELECT date_trunc('hour', min(at), 'UTC') AS hour FROM job_fact
      WHERE at >= COALESCE((SELECT max(hour) + interval '1 hour' FROM job_fact_hour), '-infinity')
    ) AS oldest
    WHERE hour <= now() - interval '70 minutes'`);
  return rows[0]?.hour ?? null;
}

/** Days for which facts and sums are kept: as long as the longest window, and one more. */
const daysKept = 31;

/** Removes up to `size` facts that no window reaches any more; gives their number. */
export async function removeOldFacts(sql: Sql, size: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM job_fact WHERE (job_id, seq) IN (
       SELECT job_id, seq FROM job_fact WHERE at < now() - $1 * interval '1 day' ORDER BY at LIMIT $2)`,
    [daysKept, size],
  );
  return rowCount ?? 0;
}

/** Removes the sums of hours that no window reaches any more; gives the number of rows. */
export async function removeOldHours(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ removed: number }>(
    `WITH sums AS (DELETE FROM job_fact_hour WHERE hour < now() - $1 * interval '1 day' RETURNING 1),
          durations AS (DELETE FROM job_duration_hour WHERE hour < now() - $1 * interval '1 day' RETURNING 1)
     SELECT (SELECT count(*) FROM sums)::int + (SELECT count(*) FROM durations)::int AS removed`,
    [daysKept],
  );
  return rows[0]?.removed ?? 0;
}
