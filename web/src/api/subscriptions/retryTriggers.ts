import { connection } from './socket.ts';

/**
 * Calls back when a failed connection should be retried at once: the network is back, the page is visible
 * again (possibly after hours of sleep), or another subscription has just connected. Returns a function that
 * removes the listener.
 */
export function onRetryTrigger(listener: () => void): () => void {
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
