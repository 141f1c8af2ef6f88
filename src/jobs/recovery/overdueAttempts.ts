import type pg from 'pg';
import { inTransaction } from '../../database/connection.ts';
import { loseAttempt, type ReportUnrecorded, type RunningAttempt } from './recoverJobs.ts';

/**
 * Milliseconds that a worker gets to end an attempt after its deadline, or after a cancel: a layout may take a minute.
 */
const defaultGraceMs = 120_000;

/**
 * Records attempts as lost whose worker lives, but has not ended them although it had to long ago, such as because a
 * statement of it never returns. Any process may run it at any time.
 * @returns Ids of the jobs that were recovered.
 */
export async function recoverOverdueAttempts(
  pool: pg.Pool,
  report: ReportUnrecorded,
  graceMs = defaultGraceMs,
): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<RunningAttempt>(overdueStatement, [graceMs]);
    const recovered: string[] = [];
    for (const attempt of rows) if (await loseAttempt(tx, attempt, report)) recovered.push(attempt.id);
    return recovered;
  });
}

// A restart of PostgreSQL kept workers from recording anything, so they get their time again.
const overdueStatement = `
  SELECT job.id, job.attempt, job.status
  FROM job_attempt JOIN canvas_job job ON job.id = job_attempt.job_id AND job.attempt = job_attempt.number
  WHERE job_attempt.outcome IS NULL
    AND pg_postmaster_start_time() < now() - $1 * interval '1 millisecond'
    AND (job_attempt.deadline_at < now() - $1 * interval '1 millisecond'
      OR (job.status = 'CANCELLING' AND job.cancel_requested_at < now() - $1 * interval '1 millisecond'))
  ORDER BY job.id FOR NO KEY UPDATE OF job SKIP LOCKED`;
