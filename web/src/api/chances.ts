import { connection } from './socket.ts';

/**
 * Calls back whenever a connection that failed is worth another try at once: the network is back, the page is
 * looked at again (maybe after hours of sleep), or another subscription has just got through. Returns what stops
 * that.
 */
export function onChance(listener: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') listener();
  };
  const unsubscribe = connection.subscribe(() => {
    if (connection.get() === 'live') listener();
  });
  addEventListener('online', listener);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    unsubscribe();
    removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', onVisible);
  };
}
