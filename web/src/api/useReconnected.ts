import { useEffect, useEffectEvent } from 'react';
import { connection } from './socket.ts';

/** Calls back when a lost connection is restored. Changes made during the outage are not sent, so they have to be read. */
export function useReconnected(onReconnected: () => void): void {
  const reconnected = useEffectEvent(onReconnected);
  useEffect(() => {
    let wasLost = connection.get() === 'lost';
    return connection.subscribe(() => {
      if (connection.get() === 'live' && wasLost) reconnected();
      wasLost = connection.get() === 'lost';
    });
  }, []);
}
