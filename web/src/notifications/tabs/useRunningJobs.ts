import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { doc } from '../../api/document.ts';
import { type RunningJobFragment, RunningJobsDocument } from '../../generated/graphql.ts';
import { useJobUpdates } from '../../jobs/updates/useJobUpdates.ts';

const isRunning = ({ status }: RunningJobFragment) => status === 'PROCESSING';

/** The viewer's running jobs, live. */
export function useRunningJobs(): readonly RunningJobFragment[] {
  const client = useClient();
  const [running, setRunning] = useState<ReadonlyMap<string, RunningJobFragment>>(new Map());

  /** Replaces what updates have reported, even if it is what was read before. */
  const read = useEffectEvent(async () => {
    const options = { requestPolicy: 'network-only' } as const;
    const { data } = await client.query(doc(RunningJobsDocument), {}, options).toPromise();
    const jobs = data?.jobs?.edges.map(({ node }) => node);
    if (jobs) setRunning(new Map(jobs.filter(isRunning).map((job) => [job.id, job])));
  });
  useEffect(() => void read(), []);

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
    onMissed: () => void read(),
  });
  return [...running.values()];
}
