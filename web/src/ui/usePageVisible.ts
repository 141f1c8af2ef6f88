import { useSyncExternalStore } from 'react';

const isVisible = () => document.visibilityState === 'visible';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Whether the page can be seen: its tab is in front, and its window is not minimized. */
export function usePageVisible(): boolean {
  return useSyncExternalStore(subscribe, isVisible);
}
