import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { type JobDetailFragment, JobDocument } from '../../generated/graphql.ts';
import type { JobProgress } from '../state/jobProgress.ts';

/** In ms. The position in the queue changes when other jobs start, without an event of this job. */
const queuePollInterval = 4_000;

/** All details of a job, read again when its status or attempt changes. */
export function useJobDetail(job: JobDetailFragment, progress: JobProgress): JobDetailFragment {
  const [{ data }, read] = useQuery({
    query: doc(JobDocument),
    variables: { id: job.id },
    pause: true,
  });
  const { status, attempt } = progress;

  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again after a change of status or attempt
  useEffect(() => {
    read({ requestPolicy: 'network-only' });
    if (status !== 'QUEUED') return;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), queuePollInterval);
    return () => clearInterval(timer);
  }, [read, status, attempt]);

  const newest = data?.job;
  return newest && newest.id === job.id && newest.lastSequence >= job.lastSequence ? newest : job;
}
