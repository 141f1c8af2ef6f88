import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useSocket } from '../api/SocketContext.ts';
import { subscribe } from '../api/subscribe.ts';
import { type JobDetailFragment, JobProgressDocument } from '../generated/graphql.ts';
import type { JobProgress } from './jobProgress.ts';
import { createProgressStore } from './progressStore.ts';
import { isTerminal } from './status.ts';

/** A job as it goes on: its state and preview, and why the live connection was refused, if it was. */
export type LiveJob = { progress: JobProgress | null; refused: string | null };

/**
 * Follows a job from its first event on, so that the preview is whole also after a reload, until it ends;
 * again when it is retried. A broken connection resumes after the last event seen.
 */
export function useJobProgress(job: JobDetailFragment | null): LiveJob {
  const socket = useSocket();
  const [store] = useState(() => createProgressStore(requestAnimationFrame));
  const [refused, setRefused] = useState<string | null>(null);
  const progress = useSyncExternalStore(store.subscribe, store.get);

  useLayoutEffect(() => store.account(job), [store, job]);

  const following = progress !== null && !isTerminal(progress.status) ? progress.jobId : null;
  useEffect(() => {
    if (following === null) return;
    setRefused(null);
    return subscribe(socket, {
      document: JobProgressDocument,
      variables: () => ({ jobId: following, after: store.latest()?.sequence ?? 0 }),
      onData: (data) => store.event(data.jobProgress),
      onRefused: setRefused,
      isComplete: () => isTerminal(store.latest()?.status ?? 'COMPLETED'),
    });
  }, [socket, store, following]);

  return { progress, refused };
}
