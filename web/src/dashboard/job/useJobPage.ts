import { useEffect, useState, useSyncExternalStore } from 'react';
import { type CombinedError, useClient, useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import {
  JobLogDocument,
  JobPageDocument,
  type JobPageJobFragment,
  type LogEntryFragment,
} from '../../generated/graphql.ts';
import type { JobProgress } from '../../jobs/state/jobProgress.ts';
import { useJobProgress } from '../../jobs/updates/useJobProgress.ts';
import { createJobLog } from './log/jobLog.ts';

/** In ms. The position in the queue changes without an event of this job. */
const queuePollInterval = 4_000;

export type LoadedJob = {
  job: JobPageJobFragment;
  progress: JobProgress;
  /** Why the live connection was rejected, if it was. */
  refused: string | null;
  events: readonly LogEntryFragment[];
  isOperator: boolean;
};

export type JobPageState = {
  /** Null until it is read, and if there is no such job. */
  loaded: LoadedJob | null;
  isLoading: boolean;
  error: CombinedError | undefined;
  reread(): void;
};

/** A job with its log, read again whenever its status changes, and followed while it runs. */
export function useJobPage(id: string): JobPageState {
  const [{ data, error, fetching }, read] = useQuery({ query: doc(JobPageDocument), variables: { id } });
  const job = data?.job ?? null;
  const { progress, refused } = useJobProgress(job);
  const sequence = Math.max(progress?.sequence ?? 0, job?.lastSequence ?? 0);
  const events = useJobLog(id, sequence);
  const reread = () => read({ requestPolicy: 'network-only' });
  useReconnected(reread);

  const { status, attempt } = progress ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again after a change of status or attempt
  useEffect(() => {
    if (status === undefined) return;
    read({ requestPolicy: 'network-only' });
    if (status !== 'QUEUED') return;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), queuePollInterval);
    return () => clearInterval(timer);
  }, [read, status, attempt]);

  const isOperator = data?.viewer?.role === 'OPS';
  const loaded = job && progress ? { job, progress, refused, events, isOperator } : null;
  return { loaded, isLoading: loaded === null && (fetching || job !== null), error, reread };
}

function useJobLog(id: string, sequence: number): readonly LogEntryFragment[] {
  const client = useClient();
  const [log] = useState(() =>
    createJobLog(async (after) => {
      const options = { requestPolicy: 'network-only' } as const;
      const { data } = await client.query(doc(JobLogDocument), { id, after }, options).toPromise();
      return data?.job?.events ?? null;
    }),
  );
  useEffect(() => void log.loadUpTo(sequence), [log, sequence]);
  return useSyncExternalStore(log.events.subscribe, log.events.get);
}
