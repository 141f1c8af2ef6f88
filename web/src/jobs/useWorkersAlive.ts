import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { WorkersAliveDocument } from '../generated/graphql.ts';

/** How often it is asked, in ms. */
const POLL = 10_000;

/** How many worker processes are alive; null as long as that is not known. */
export function useWorkersAlive(): number | null {
  const [{ data }, read] = useQuery({ query: doc(WorkersAliveDocument), requestPolicy: 'network-only' });
  useEffect(() => {
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), POLL);
    return () => clearInterval(timer);
  }, [read]);
  return data?.system.workersAlive ?? null;
}
