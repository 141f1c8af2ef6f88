import DataLoader from 'dataloader';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import type { Sql } from '../../database/statement.ts';
import { estimateCompletion } from './estimateCompletion.ts';
import { findHeldJobs } from './sql/findHeldJobs.ts';
import type { OrderParameters } from './sql/queueOrder.ts';
import { readAttemptStarts } from './sql/readAttemptStarts.ts';
import { type LeaderProgress, readLeaderProgress } from './sql/readLeaderProgress.ts';
import { readQueuePositions } from './sql/readQueuePositions.ts';
import { type QueueSnapshot, readQueueSnapshot } from './sql/readQueueSnapshot.ts';

/** Why a job has not started yet. */
export type WaitReason = 'PAUSED' | 'RETRY' | 'DUPLICATE_REQUEST' | 'NO_WORKER' | 'USER_LIMIT' | 'TURN';

type UnfinishedJob = { id: string; type: JobType; status: JobStatus; nextAttemptAt: Date | null };

/** Reads what unfinished jobs wait for. */
export type QueueReader = {
  /** Position in the queue, 1 for the next to start; null when the job does not wait for its turn. */
  position(job: UnfinishedJob): Promise<number | null>;
  /** Null when the job does not wait. What holds up the whole queue comes before what holds up this job. */
  waitReason(job: UnfinishedJob): Promise<WaitReason | null>;
  /** Progress of the leader that the job waits for; null when it is no waiting duplicate. */
  leaderProgress(job: UnfinishedJob): Promise<LeaderProgress | null>;
  /** See `estimateCompletion`. */
  estimatedCompletion(job: UnfinishedJob): Promise<Date | null>;
};

/** Jobs that are requested at the same time, such as those of a list, are read with one statement. */
const batched = { cache: false };

export function createQueueReader(sql: Sql, order: OrderParameters, planner: PlannerIdentity): QueueReader {
  const positions = new DataLoader<string, number | null>(async (jobIds) => {
    const rows = await readQueuePositions(sql, { ...order, jobIds });
    const found = new Map(rows.map(({ id, position }) => [id, position]));
    return jobIds.map((id) => found.get(id) ?? null);
  }, batched);
  const attemptStarts = new DataLoader<string, Date | null>(async (jobIds) => {
    const rows = await readAttemptStarts(sql, { jobIds });
    const found = new Map(rows.map(({ jobId, startedAt }) => [jobId, startedAt]));
    return jobIds.map((id) => found.get(id) ?? null);
  }, batched);
  const leaders = new DataLoader<string, LeaderProgress | null>(async (jobIds) => {
    const rows = await readLeaderProgress(sql, { jobIds });
    const found = new Map(rows.map(({ jobId, ...progress }) => [jobId, progress]));
    return jobIds.map((id) => found.get(id) ?? null);
  }, batched);
  const held = new DataLoader<string, boolean>(async (jobIds) => {
    const found = new Set(await findHeldJobs(sql, { ...order, jobIds }));
    return jobIds.map((id) => found.has(id));
  }, batched);
  const snapshots = new DataLoader<'queue', QueueSnapshot>(async (keys) => {
    const snapshot = await readQueueSnapshot(sql, { planner: planner.name, model: planner.model });
    return keys.map(() => snapshot);
  }, batched);

  const position: QueueReader['position'] = async ({ id, status }) =>
    status === 'QUEUED' ? positions.load(id) : null;
  const leaderProgress: QueueReader['leaderProgress'] = async ({ id, status }) =>
    status === 'QUEUED' ? leaders.load(id) : null;
  return {
    position,
    leaderProgress,
    async waitReason(job) {
      if (job.status !== 'QUEUED') return null;
      const [queue, leader, isHeld] = await Promise.all([
        snapshots.load('queue'),
        leaderProgress(job),
        order.perUser !== null && held.load(job.id),
      ]);
      if (queue.paused) return 'PAUSED';
      if (job.nextAttemptAt !== null && job.nextAttemptAt > queue.now) return 'RETRY';
      if (leader !== null) return 'DUPLICATE_REQUEST';
      if (queue.slots === 0) return 'NO_WORKER';
      return isHeld ? 'USER_LIMIT' : 'TURN';
    },
    async estimatedCompletion(job) {
      if (job.status !== 'QUEUED' && job.status !== 'PROCESSING') return null;
      const [queue, place, attemptStartedAt] = await Promise.all([
        snapshots.load('queue'),
        position(job),
        job.status === 'PROCESSING' ? attemptStarts.load(job.id) : null,
      ]);
      return estimateCompletion({ ...job, position: place, attemptStartedAt }, queue);
    },
  };
}
