import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Client, useClient } from 'urql';
import { doc } from '../api/document.ts';
import { hasReadData, isFailing, isOutage } from '../api/outages/availability.ts';
import { keepSubscribed } from '../api/subscriptions/keepSubscribed.ts';
import { onRetryTrigger } from '../api/subscriptions/retryTriggers.ts';
import { ServerProbeDocument } from '../generated/graphql.ts';

/** Asks an unavailable server again and again, with growing pauses, until it answers. */
export function useServerProbe(): { isUnavailableAtLoad: boolean; tryNow(): void } {
  const client = useClient();
  const failing = useSyncExternalStore(isFailing.subscribe, isFailing.get);
  const hasData = useSyncExternalStore(hasReadData.subscribe, hasReadData.get);
  const trigger = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (!failing) return;
    return keepSubscribed({
      open(sink) {
        void isAnswered(client).then((answered) => (answered ? sink.complete() : sink.error(null)));
        return () => undefined;
      },
      onData: () => undefined,
      onRefused: () => undefined,
      isFatal: () => false,
      isComplete() {
        isFailing.set(false);
        return true;
      },
      onRetryTrigger(listener) {
        trigger.current = listener;
        return onRetryTrigger(listener);
      },
    });
  }, [client, failing]);

  return { isUnavailableAtLoad: failing && !hasData, tryNow: () => trigger.current() };
}

/** Reads from the database, whatever the answer is. */
async function isAnswered(client: Client): Promise<boolean> {
  const options = { requestPolicy: 'network-only' } as const;
  const { error } = await client.query(doc(ServerProbeDocument), {}, options).toPromise();
  return error === undefined || !isOutage(error);
}
