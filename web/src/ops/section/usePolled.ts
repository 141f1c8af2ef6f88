import { useEffect, useEffectEvent } from 'react';
import { type AnyVariables, type CombinedError, useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import type { TypedDocumentString } from '../../generated/graphql.ts';

/** In ms. */
const defaultInterval = 5_000;

/** `data` stays while it is read again, and when that fails. */
export type Polled<Data> = { data: Data | undefined; error: CombinedError | undefined; reread(): void };

/** Reads a query again every `interval` ms while the page is visible, and when it becomes visible. */
export function usePolled<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  interval = defaultInterval,
): Polled<Data> {
  const [{ data, error }, read] = useQuery<Data, AnyVariables>({
    query: doc(document),
    variables,
    requestPolicy: 'cache-and-network',
  });
  const reread = () => read({ requestPolicy: 'network-only' });
  useVisibleInterval(reread, interval);
  return { data, error, reread };
}

/** Calls back every `interval` ms while the page is visible, and at once when it becomes visible. */
export function useVisibleInterval(onTick: () => void, interval: number): void {
  const tick = useEffectEvent(onTick);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const start = () => {
      timer = setInterval(tick, interval);
    };
    const follow = () => {
      clearInterval(timer);
      if (document.hidden) return;
      tick();
      start();
    };
    if (!document.hidden) start();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [interval]);
}
