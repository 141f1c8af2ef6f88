import { useEffect, useEffectEvent } from 'react';
import { connection } from './socket.ts';

/** Calls back when the connection was lost and is back: what changed meanwhile is not told and has to be asked for. */
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
