import { useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { doc } from '../api/document.ts';
import {
  type JobSummaryFragment,
  JobsDocument,
  type JobsQuery,
  type JobsQueryVariables,
} from '../generated/graphql.ts';
import { useJobUpdates } from './useJobUpdates.ts';

export type JobList = {
  jobs: JobSummaryFragment[];
  page: JobsQuery['jobs'] | null;
  error: CombinedError | undefined;
  loading: boolean;
  reread(): void;
};

/** The newer of what the list says of a job and what has been heard of it since. */
export function freshest(
  listed: JobSummaryFragment,
  heard: JobSummaryFragment | undefined,
): JobSummaryFragment {
  return heard && heard.lastSequence >= listed.lastSequence ? heard : listed;
}

/** A page of the viewer's jobs, kept up to date as they change; read again when there are new ones. */
export function useJobList(variables: JobsQueryVariables): JobList {
  const [{ data, error, fetching }, read] = useQuery({ query: doc(JobsDocument), variables });
  const [heard, setHeard] = useState<ReadonlyMap<string, JobSummaryFragment>>(new Map());
  const page = data?.jobs ?? null;
  const listed = page?.edges.map((edge) => edge.node) ?? [];
  const reread = () => read({ requestPolicy: 'network-only' });

  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      const before = listed.find((entry) => entry.id === job.id);
      const known = before && freshest(before, heard.get(job.id));
      setHeard((earlier) => new Map(earlier).set(job.id, job));
      // A job that is new, or whose state may bring it into or out of a filtered list.
      if (known?.status !== job.status) reread();
    },
    onMissed: reread,
  });

  const jobs = listed.map((job) => freshest(job, heard.get(job.id)));
  return { jobs, page, error, loading: fetching && page === null, reread };
}
