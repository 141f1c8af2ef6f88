import type { Sql } from '../database/connection.ts';
import type { JobStatus } from '../database/generated/prisma/enums.ts';
import { levelsParameter, type PriorityLevels, queueOrder } from './queueOrder.ts';

type QueuedJob = { id: string; status: JobStatus };

/**
 * Place of a job in the queue, in the order in which jobs really start.
 * @returns 1 for the next to start; null when the job is not waiting for its turn.
 */
export async function queuePosition(
  sql: Sql,
  job: QueuedJob,
  levels: PriorityLevels,
): Promise<number | null> {
  if (job.status !== 'QUEUED') return null;
  const { rows } = await sql.query<{ position: number }>(
    `SELECT position FROM (${queueOrder('$1')}) AS queue WHERE id = $2`,
    [levelsParameter(levels), job.id],
  );
  return rows[0]?.position ?? null;
}
