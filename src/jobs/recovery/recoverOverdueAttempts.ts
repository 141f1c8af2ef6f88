import type pg from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { type ReportUnrecorded, recordLostAttempt } from './recoverJobs.ts';
import { lockOverdueAttempts } from './sql/lockOverdueAttempts.ts';

/**
 * Milliseconds that a worker gets to end an attempt after its deadline, or after a cancel: a layout may take a minute.
 */
const defaultGraceMs = 120_000;

/**
 * Records attempts as lost that are long overdue although their worker is alive, for example because a statement never
 * returns. Any process may run it at any time.
 * @param perUser See `wakeNextOfOwner`.
 * @returns Ids of the jobs that were recovered.
 */
export async function recoverOverdueAttempts(
  pool: pg.Pool,
  report: ReportUnrecorded,
  graceMs = defaultGraceMs,
  perUser: number | null = null,
): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    const recovered: string[] = [];
    for (const attempt of await lockOverdueAttempts(tx, { graceMs })) {
      if (await recordLostAttempt(tx, attempt, report, perUser)) recovered.push(attempt.id);
    }
    return recovered;
  });
}
