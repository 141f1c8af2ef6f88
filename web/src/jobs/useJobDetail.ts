import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { type JobDetailFragment, JobDocument } from '../generated/graphql.ts';
import type { JobProgress } from './jobProgress.ts';

/** How often a waiting job is asked for its place in the queue: other jobs' starts are no events of it. */
const QUEUE_POLL = 4_000;

/** The server's full account of a job, read again whenever its state or attempt changes. */
export function useJobDetail(job: JobDetailFragment, progress: JobProgress): JobDetailFragment {
  const [{ data }, read] = useQuery({
    query: doc(JobDocument),
    variables: { id: job.id },
    pause: true,
  });
  const { status, attempt } = progress;

  // biome-ignore lint/correctness/useExhaustiveDependencies: status and attempt are what makes it out of date
  useEffect(() => {
    read({ requestPolicy: 'network-only' });
    if (status !== 'QUEUED') return;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), QUEUE_POLL);
    return () => clearInterval(timer);
  }, [read, status, attempt]);

  const newest = data?.job;
  return newest && newest.id === job.id && newest.lastSequence >= job.lastSequence ? newest : job;
}
