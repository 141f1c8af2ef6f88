import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { QueueStateDocument } from '../generated/graphql.ts';

/** How often it is asked, in ms. */
const POLL = 10_000;

/** What holds the whole queue up. */
export type QueueState = { workersAlive: number; paused: boolean; reason: string | null };

/** State of the queue; null as long as that is not known. */
export function useQueueState(): QueueState | null {
  const [{ data }, read] = useQuery({ query: doc(QueueStateDocument), requestPolicy: 'network-only' });
  useEffect(() => {
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), POLL);
    return () => clearInterval(timer);
  }, [read]);
  return data ? { ...data.system, ...data.queueControl } : null;
}
