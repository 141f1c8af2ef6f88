import type { JobSummaryFragment } from '../../generated/graphql.ts';

type UnfinishedJob = Pick<JobSummaryFragment, 'type' | 'status' | 'phase' | 'objectCount'>;

/**
 * Whether a job that is cancelled now has something to keep.
 * @param deletedCount Objects that it deletes, where that is known. Without it, a change that has left the planning
 *   phase counts: it may consist of deletions alone.
 */
export function hasPartialResult(job: UnfinishedJob, deletedCount?: number): boolean {
  if (job.status !== 'PROCESSING') return false;
  if (job.objectCount > 0) return true;
  if (deletedCount !== undefined) return deletedCount > 0;
  return job.type === 'MODIFY_CANVAS' && job.phase !== 'PLANNING';
}
