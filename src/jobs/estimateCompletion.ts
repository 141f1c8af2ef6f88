import type { Sql } from '../database/connection.ts';
import type { JobStatus, JobType } from '../database/generated/prisma/enums.ts';
import type { PriorityLevels } from './queueOrder.ts';
import { queuePosition } from './queuePosition.ts';

type EstimatedJob = {
  id: string;
  status: JobStatus;
  type: JobType;
  startedAt: Date | null;
  nextAttemptAt: Date | null;
};

/** Jobs of the same kind that an estimate goes by, the newest ones. */
const sampleSize = 50;

/**
 * When a job will probably be done, by the median run time of recent jobs of its type and the places in the
 * workers that are alive.
 * @returns Null when nothing is known: no such job has completed lately, no worker is alive, or the job takes
 * longer than the others already.
 */
export async function estimateCompletion(
  sql: Sql,
  job: EstimatedJob,
  levels: PriorityLevels,
): Promise<Date | null> {
  if (job.status !== 'QUEUED' && job.status !== 'PROCESSING') return null;
  const { rows } = await sql.query<{ run_ms: number | null; places: number | null }>(statement, [
    job.type,
    sampleSize,
  ]);
  const [known] = rows;
  if (!known || known.run_ms === null || known.places === null) return null;
  const begins =
    job.status === 'PROCESSING' ? job.startedAt : await startOf(sql, job, levels, known.run_ms, known.places);
  if (begins === null) return null;
  const completes = new Date(begins.getTime() + known.run_ms);
  return completes > new Date() ? completes : null;
}

async function startOf(
  sql: Sql,
  job: EstimatedJob,
  levels: PriorityLevels,
  runMs: number,
  places: number,
): Promise<Date | null> {
  const position = await queuePosition(sql, job, levels);
  if (position === null) return job.nextAttemptAt;
  return new Date(Date.now() + Math.ceil(position / places - 1) * runMs);
}

const statement = `
  SELECT
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY run_ms) FROM (
       SELECT extract(epoch FROM finished_at - started_at) * 1000 AS run_ms FROM canvas_job
       WHERE status = 'COMPLETED' AND type = $1 AND started_at IS NOT NULL
       ORDER BY finished_at DESC LIMIT $2) recent) AS run_ms,
    (SELECT sum(max_concurrent)::int FROM worker
     WHERE stopped_at IS NULL AND heartbeat_at > now() - interval '15 seconds') AS places`;
