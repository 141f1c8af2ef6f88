import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useSocket } from '../../api/subscriptions/SocketContext.ts';
import { subscribe } from '../../api/subscriptions/subscribe.ts';
import { type JobDetailFragment, JobProgressDocument } from '../../generated/graphql.ts';
import type { JobProgress } from '../state/jobProgress.ts';
import { createProgressStore } from '../state/progressStore.ts';
import { isTerminal } from '../state/status.ts';

/** A job with its preview. `refused`: why the live connection was rejected, if it was. */
export type LiveJob = { progress: JobProgress | null; refused: string | null };

/**
 * Subscribes to a job until it ends, and again after a retry. It starts at the first event, so that the preview is
 * complete after a reload; a broken connection resumes after the last event received.
 */
export function useJobProgress(job: JobDetailFragment | null): LiveJob {
  const socket = useSocket();
  const [store] = useState(() => createProgressStore(requestAnimationFrame));
  const [refused, setRefused] = useState<string | null>(null);
  const progress = useSyncExternalStore(store.subscribe, store.get);

  useLayoutEffect(() => store.setJob(job), [store, job]);

  const subscribedId = progress !== null && !isTerminal(progress.status) ? progress.jobId : null;
  useEffect(() => {
    if (subscribedId === null) return;
    setRefused(null);
    return subscribe(socket, {
      document: JobProgressDocument,
      variables: () => ({ jobId: subscribedId, after: store.latest()?.sequence ?? 0 }),
      onData: (data) => store.addEvent(data.jobProgress),
      onRefused: setRefused,
      isComplete: () => isTerminal(store.latest()?.status ?? 'COMPLETED'),
    });
  }, [socket, store, subscribedId]);

  return { progress, refused };
}
