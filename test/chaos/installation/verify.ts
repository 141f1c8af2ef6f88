import { findViolations } from '../../support/database/invariants.ts';
import { type ChaosDatabase, eventually } from './database.ts';

/** Each statement gives the jobs of which its sentence is true, and should not be, once all is over. */
const statements: Record<string, string> = {
  'has not ended': `SELECT idempotency_key FROM canvas_job WHERE finished_at IS NULL`,
  'has not ended exactly once': `
    SELECT job.idempotency_key FROM canvas_job job WHERE 1 <> (
      SELECT count(*) FROM job_event
      WHERE job_id = job.id AND type IN ('JobCompleted', 'JobFailed', 'JobCancelled'))`,
  'has an attempt that is still open': `
    SELECT job.idempotency_key FROM canvas_job job JOIN job_attempt ON job_id = job.id AND outcome IS NULL`,
  'has completed without exactly the objects that it was to have': `
    SELECT job.idempotency_key FROM canvas_job job JOIN canvas ON canvas.id = job.canvas_id
    WHERE job.status = 'COMPLETED' AND (
      canvas.version <> 1
      OR object_count <> substring(instruction FROM '^[0-9]+')::int
      OR object_count <> (SELECT count(*) FROM canvas_object WHERE canvas_id = canvas.id))`,
  'has not completed, and there are other objects than those that were kept': `
    SELECT job.idempotency_key FROM canvas_job job
    WHERE job.status <> 'COMPLETED' AND (SELECT count(*) FROM canvas_object WHERE canvas_id = job.canvas_id)
          <> CASE WHEN job.status = 'CANCELLED' THEN job.object_count ELSE 0 END`,
};

/** Milliseconds within which a lock of Graphile must be gone when nothing runs any more. */
const unlockMs = 15_000;

/** What is wrong when all jobs should be over. @param jobCount Jobs that were accepted. */
export async function verify(
  database: Pick<ChaosDatabase, 'pool' | 'query'>,
  jobCount: number,
): Promise<string[]> {
  const violations = await findViolations(database.pool);
  for (const [sentence, statement] of Object.entries(statements)) {
    const rows = await database.query<{ idempotency_key: string }>(statement);
    violations.push(...rows.map((row) => `${row.idempotency_key} ${sentence}`));
  }
  const [jobs] = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM canvas_job');
  if (jobs?.count !== jobCount) violations.push(`${jobs?.count} jobs instead of ${jobCount}`);
  await eventually('no Graphile job is locked', unlockMs, async () => {
    const rows = await database.query('SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL');
    return rows.length === 0 ? true : undefined;
  }).catch((error: Error) => violations.push(error.message));
  return violations;
}

/** How jobs have ended, and attempts. */
export async function countOutcomes(database: ChaosDatabase): Promise<Map<string, number>> {
  const rows = await database.query<{ name: string; count: number }>(
    `SELECT status::text || COALESCE(' ' || error_code, '') AS name, count(*)::int AS count FROM canvas_job GROUP BY 1
     UNION ALL
     SELECT 'attempt ' || COALESCE(outcome::text, 'open') || COALESCE(' ' || error_code, ''), count(*)::int
     FROM job_attempt GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}
