import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { QueueStateDocument } from '../../generated/graphql.ts';

/** In ms. */
const pollInterval = 2_000;

/** Reasons why no queued job starts. */
export type QueueState = { workersAlive: number; paused: boolean; reason: string | null };

/** State of the queue; null until it is loaded. Pages of jobs read it with the job, and it is polled as long as it is used. */
export function useQueueState(): QueueState | null {
  const [{ data }, read] = useQuery({ query: doc(QueueStateDocument) });
  useEffect(() => {
    const timer = setInterval(() => document.hidden || read({ requestPolicy: 'network-only' }), pollInterval);
    return () => clearInterval(timer);
  }, [read]);
  return data?.system && data.queueControl ? { ...data.system, ...data.queueControl } : null;
}
