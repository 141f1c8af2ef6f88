import { useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import {
  type JobSummaryFragment,
  JobsDocument,
  type JobsQuery,
  type JobsQueryVariables,
} from '../../generated/graphql.ts';
import { useJobUpdates } from './useJobUpdates.ts';

export type JobList = {
  jobs: JobSummaryFragment[];
  page: JobsQuery['jobs'] | null;
  error: CombinedError | undefined;
  loading: boolean;
  reread(): void;
};

/** The newer one of a job's entry in the list and its latest update. */
export function newestOf(
  listed: JobSummaryFragment,
  update: JobSummaryFragment | undefined,
): JobSummaryFragment {
  return update && update.lastSequence >= listed.lastSequence ? update : listed;
}

/** A page of the viewer's jobs, updated live, and read again when the list itself may have changed. */
export function useJobList(variables: JobsQueryVariables): JobList {
  const [{ data, error, fetching }, read] = useQuery({ query: doc(JobsDocument), variables });
  const [updates, setUpdates] = useState<ReadonlyMap<string, JobSummaryFragment>>(new Map());
  const page = data?.jobs ?? null;
  const listed = page?.edges.map((edge) => edge.node) ?? [];
  const reread = () => read({ requestPolicy: 'network-only' });

  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      const before = listed.find((entry) => entry.id === job.id);
      const known = before && newestOf(before, updates.get(job.id));
      setUpdates((earlier) => new Map(earlier).set(job.id, job));
      // A new job, or one that may enter or leave a filtered list.
      if (known?.status !== job.status) reread();
    },
    onMissed: reread,
  });

  const jobs = listed.map((job) => newestOf(job, updates.get(job.id)));
  return { jobs, page, error, loading: fetching && page === null, reread };
}
