import type { JobDetailFragment, JobStatus } from '../../generated/graphql.ts';
import type { JobProgress } from '../../jobs/state/jobProgress.ts';
import { type EditSession, stepsOf } from '../session/sessionState.ts';
import { nextTarget } from '../session/steps.ts';

/** A job whose result the page does not show yet. */
export type PendingJob = { id: string; isCompleted: boolean };

/**
 * The newest job of a canvas that is going to tidy it up, or has changed it since it was read.
 * @param jobs Newest first.
 */
export function findPendingJob(
  jobs: readonly JobDetailFragment[],
  progress: JobProgress | null,
  readVersion: number,
): PendingJob | null {
  for (const job of jobs) {
    const { id, type } = job;
    const status = statusOf(job, progress);
    const isRunning = status === 'QUEUED' || status === 'PROCESSING';
    if (isRunning && type === 'TIDY_CANVAS') return { id, isCompleted: false };
    const version = progress?.jobId === id ? progress.versionNumber : job.canvasVersion?.number;
    if (status === 'COMPLETED' && (version ?? 0) > readVersion) return { id, isCompleted: true };
  }
  return null;
}

/** The status of a job, which is newer in the progress of the job that the page follows. */
export function statusOf({ id, status }: JobDetailFragment, progress: JobProgress | null): JobStatus {
  return progress?.jobId === id ? progress.status : status;
}

/** What a session had done when a job was created. */
export type Mark = { version: number; nextStepId: number };

export function markOf({ saved, nextStepId }: EditSession): Mark {
  return { version: saved.versionNumber, nextStepId };
}

/** Whether the next undo reverts something that was done after a mark. */
export function undoesLaterChange(session: EditSession, mark: Mark): boolean {
  const target = nextTarget(session.saved, stepsOf(session), 'undo');
  switch (target?.kind) {
    case 'version':
      return target.number > mark.version;
    case 'step':
      return target.id >= mark.nextStepId;
    case 'next':
      return session.nextStepId > mark.nextStepId;
    default:
      return false;
  }
}
