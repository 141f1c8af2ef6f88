import { useEffect, useState } from 'react';
import { serverNow } from '../api/serverClock.ts';

/** The server's time in ms since 1970, updated every `interval` ms; null stops the updates. */
export function useNow(interval: number | null): number {
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    if (interval === null) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), interval);
    return () => clearInterval(timer);
  }, [interval]);
  return now;
}
