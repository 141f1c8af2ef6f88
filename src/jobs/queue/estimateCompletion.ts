import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import type { Outlook } from './outlook.ts';

/** What decides when a job will be done. */
export type EstimatedJob = {
  status: JobStatus;
  type: JobType;
  nextAttemptAt: Date | null;
  /** Place in the queue; null when it does not wait for its turn. */
  position: number | null;
  /** When the attempt that runs began. */
  attemptStartedAt: Date | null;
};

/**
 * When a job will probably be done, by the usual time of recent jobs of its kind and the places in the workers that
 * are alive, which become free one after the other.
 * @returns Null when there is nothing to go by: no such job has completed lately, no worker is alive, the queue is
 * paused, the job waits for the generation of another one, or it takes longer than usual already.
 */
export function estimateCompletion(job: EstimatedJob, outlook: Outlook): Date | null {
  const runMs = outlook.runMs[job.type];
  const begins = runMs === undefined ? null : startOf(job, outlook, runMs);
  if (runMs === undefined || begins === null) return null;
  const completes = new Date(begins.getTime() + runMs);
  return completes > outlook.now ? completes : null;
}

function startOf(job: EstimatedJob, { now, paused, places, running }: Outlook, runMs: number) {
  if (job.status === 'PROCESSING') return job.attemptStartedAt;
  if (job.status !== 'QUEUED' || paused || places === 0) return null;
  if (job.position === null) {
    return job.nextAttemptAt !== null && job.nextAttemptAt > now ? job.nextAttemptAt : null;
  }
  const freePlaces = Math.max(0, places - running);
  const before = Math.max(0, job.position - freePlaces);
  return new Date(now.getTime() + (before / places) * runMs);
}
