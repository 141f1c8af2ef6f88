import { useReducer, useState } from 'react';
import type { JobSummaryFragment, ThreadJobFragment } from '../generated/graphql.ts';
import { useJobUpdates } from '../jobs/updates/useJobUpdates.ts';

export type ThreadUpdates = {
  /** The latest update of each job, by its id. */
  updates: ReadonlyMap<string, JobSummaryFragment>;
  /** Changes whenever the jobs have to be read again. */
  revision: string;
};

/**
 * Follows the jobs of a canvas.
 * @param latest Number of the latest version: each new one may have undone a job.
 */
export function useThreadUpdates(canvasId: string, latest: number): ThreadUpdates {
  const [updates, setUpdates] = useState<ReadonlyMap<string, JobSummaryFragment>>(new Map());
  const [missed, onMissed] = useReducer((count: number) => count + 1, 0);
  useJobUpdates({
    canvasId,
    onUpdate: (job) => setUpdates((earlier) => new Map(earlier).set(job.id, job)),
    onMissed,
  });
  const statuses = [...updates.values()].map(({ id, status }) => `${id}:${status}`);
  return { updates, revision: [latest, missed, ...statuses].join() };
}

/** A job as read, with its latest update. Its version has to be read again: the update has only the number. */
export function updatedJob(
  job: ThreadJobFragment,
  update: JobSummaryFragment | undefined,
): ThreadJobFragment {
  return update && update.lastSequence >= job.lastSequence
    ? { ...job, ...update, canvasVersion: job.canvasVersion }
    : job;
}
