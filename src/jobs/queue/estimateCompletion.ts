import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import type { QueueSnapshot } from './sql/readQueueSnapshot.ts';

/** What the completion of a job depends on. */
export type EstimatedJob = {
  status: JobStatus;
  type: JobType;
  nextAttemptAt: Date | null;
  /** Position in the queue; null when the job does not wait for its turn. */
  position: number | null;
  /** When the running attempt started. */
  attemptStartedAt: Date | null;
};

/**
 * When a job will probably be completed, by the median duration of recent jobs of its type and the slots of the live
 * workers, which become free one after the other.
 * @returns Null when there is no basis for an estimate: no such job has completed lately, no worker is alive, the queue
 * is paused, the job waits for a duplicate, or it already takes longer than the median.
 */
export function estimateCompletion(job: EstimatedJob, queue: QueueSnapshot): Date | null {
  const runMs = queue.medianRunMs[job.type];
  const start = runMs === undefined ? null : estimateStart(job, queue, runMs);
  if (runMs === undefined || start === null) return null;
  const completion = new Date(start.getTime() + runMs);
  return completion > queue.now ? completion : null;
}

function estimateStart(job: EstimatedJob, { now, paused, slots, running }: QueueSnapshot, runMs: number) {
  if (job.status === 'PROCESSING') return job.attemptStartedAt;
  if (job.status !== 'QUEUED' || paused || slots === 0) return null;
  if (job.position === null) {
    return job.nextAttemptAt !== null && job.nextAttemptAt > now ? job.nextAttemptAt : null;
  }
  const freeSlots = Math.max(0, slots - running);
  const jobsBefore = Math.max(0, job.position - freeSlots);
  return new Date(now.getTime() + (jobsBefore / slots) * runMs);
}
