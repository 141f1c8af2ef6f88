import DataLoader from 'dataloader';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import type { Sql } from '../../database/connection.ts';
import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import { estimateCompletion } from './estimateCompletion.ts';
import { type Outlook, readOutlook } from './outlook.ts';
import type { PriorityLevels } from './queueOrder.ts';
import { queuePositions } from './queuePositions.ts';

/** Why a job has not started yet. */
export type WaitReason = 'PAUSED' | 'RETRY' | 'SAME_REQUEST' | 'NO_WORKER' | 'TURN';

type UnfinishedJob = { id: string; type: JobType; status: JobStatus; nextAttemptAt: Date | null };

/** Tells jobs what lies before them. */
export type QueueReader = {
  /** Place in the queue, 1 for the next to start; null when the job does not wait for its turn. */
  position(job: UnfinishedJob): Promise<number | null>;
  /** Null when it does not wait. What holds up the whole queue comes before what holds up this job. */
  waitReason(job: UnfinishedJob): Promise<WaitReason | null>;
  /** See `estimateCompletion`. */
  estimatedCompletion(job: UnfinishedJob): Promise<Date | null>;
};

/** Jobs that are asked about in the same moment, such as those of a list, are looked up with one statement. */
const together = { cache: false };

export function createQueueReader(sql: Sql, levels: PriorityLevels, planner: PlannerIdentity): QueueReader {
  const positions = new DataLoader<string, number | null>(async (ids) => {
    const found = await queuePositions(sql, ids, levels);
    return ids.map((id) => found.get(id) ?? null);
  }, together);
  const attemptStarts = new DataLoader<string, Date | null>(async (ids) => {
    const found = await runningSince(sql, ids);
    return ids.map((id) => found.get(id) ?? null);
  }, together);
  const outlooks = new DataLoader<'all', Outlook>(async (keys) => {
    const outlook = await readOutlook(sql, planner);
    return keys.map(() => outlook);
  }, together);

  const position: QueueReader['position'] = async ({ id, status }) =>
    status === 'QUEUED' ? positions.load(id) : null;
  return {
    position,
    async waitReason(job) {
      if (job.status !== 'QUEUED') return null;
      const [outlook, place] = await Promise.all([outlooks.load('all'), position(job)]);
      if (outlook.paused) return 'PAUSED';
      if (job.nextAttemptAt !== null && job.nextAttemptAt > outlook.now) return 'RETRY';
      if (place === null) return 'SAME_REQUEST';
      return outlook.places > 0 ? 'TURN' : 'NO_WORKER';
    },
    async estimatedCompletion(job) {
      if (job.status !== 'QUEUED' && job.status !== 'PROCESSING') return null;
      const [outlook, place, attemptStartedAt] = await Promise.all([
        outlooks.load('all'),
        position(job),
        job.status === 'PROCESSING' ? attemptStarts.load(job.id) : null,
      ]);
      return estimateCompletion({ ...job, position: place, attemptStartedAt }, outlook);
    },
  };
}

async function runningSince(sql: Sql, jobIds: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql.query<{ job_id: string; started_at: Date }>(
    'SELECT job_id, started_at FROM job_attempt WHERE outcome IS NULL AND job_id = ANY($1::uuid[])',
    [jobIds],
  );
  return new Map(rows.map((row) => [row.job_id, row.started_at]));
}
