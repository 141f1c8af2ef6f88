import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { type RunningJobFragment, RunningJobsDocument } from '../generated/graphql.ts';
import { useJobUpdates } from '../jobs/useJobUpdates.ts';

const isRunning = ({ status }: RunningJobFragment) => status === 'PROCESSING';

/** The viewer's running jobs, live. */
export function useRunningJobs(): readonly RunningJobFragment[] {
  const [{ data }, read] = useQuery({ query: doc(RunningJobsDocument) });
  const [running, setRunning] = useState<ReadonlyMap<string, RunningJobFragment>>(new Map());

  useEffect(() => {
    const jobs = data?.jobs?.edges.map(({ node }) => node) ?? [];
    setRunning(new Map(jobs.filter(isRunning).map((job) => [job.id, job])));
  }, [data]);

  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      setRunning((earlier) => {
        if (!isRunning(job) && !earlier.has(job.id)) return earlier;
        const next = new Map(earlier);
        if (isRunning(job)) next.set(job.id, job);
        else next.delete(job.id);
        return next;
      });
    },
    onMissed: () => read({ requestPolicy: 'network-only' }),
  });
  return [...running.values()];
}
