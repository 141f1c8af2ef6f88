import type { Sql } from '../database/connection.ts';
import type { JobStatus } from '../database/generated/prisma/enums.ts';
import { sameRequestRuns } from './queueOrder.ts';

/** Why a job has not started yet. */
export type WaitReason = 'PAUSED' | 'RETRY' | 'SAME_REQUEST' | 'NO_WORKER' | 'TURN';

/** Why a job waits; null when it does not. What holds up the whole queue comes before what holds up this job. */
export async function waitReason(
  sql: Sql,
  job: { id: string; status: JobStatus; nextAttemptAt: Date | null },
): Promise<WaitReason | null> {
  if (job.status !== 'QUEUED') return null;
  const { rows } = await sql.query<{ paused: boolean; workers: boolean; same: boolean }>(
    `SELECT paused_at IS NOT NULL AS paused, (SELECT ${sameRequestRuns} FROM canvas_job WHERE id = $1) AS same,
            EXISTS (SELECT 1 FROM worker WHERE stopped_at IS NULL AND heartbeat_at > now() - interval '15 seconds') AS workers
     FROM queue_control`,
    [job.id],
  );
  if (rows[0]?.paused) return 'PAUSED';
  if (job.nextAttemptAt !== null && job.nextAttemptAt > new Date()) return 'RETRY';
  if (rows[0]?.same) return 'SAME_REQUEST';
  return rows[0]?.workers ? 'TURN' : 'NO_WORKER';
}
