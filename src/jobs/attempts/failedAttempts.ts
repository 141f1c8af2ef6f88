import { onlyRow, type Sql } from '../../database/connection.ts';
import type { AttemptId } from '../job.ts';

/**
 * Attempts that have failed since the job was last put into the queue by its owner, besides this one. Those that
 * were lost or released are not failures.
 */
export async function failedAttemptsBefore(sql: Sql, attempt: AttemptId): Promise<number> {
  const { rows } = await sql.query<{ failed: number }>(
    `SELECT count(*)::int AS failed FROM job_attempt
     WHERE job_id = $1 AND number < $2 AND outcome = 'FAILED'
       AND number > (SELECT COALESCE(max(attempt), 0) FROM job_event WHERE job_id = $1 AND type = 'JobQueued')`,
    [attempt.jobId, attempt.number],
  );
  return onlyRow(rows).failed;
}
